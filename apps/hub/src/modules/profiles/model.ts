import type { ActorId, Id } from '../../kernel/ids.ts';

/** Ed25519 signs Data Integrity proofs, P-256 is for readers that know ES256 only. */
export type KeyAlgorithm = 'Ed25519' | 'P-256';

/** A signing key of an issuer, without its private part. */
export interface IssuerKey {
  id: Id<'key'>;
  issuerId: ActorId;
  algorithm: KeyAlgorithm;
  /** `z6Mk…` or `zDn…` */
  publicMultibase: string;
  createdAt: Date;
  /** Since then it makes no new signatures; what it signed stays provable. */
  retiredAt?: Date;
  /** Since then what it signed proves nothing: somebody else may hold it. */
  compromisedAt?: Date;
  createdByName?: string;
  retiredByName?: string;
}

/** The key that signs now. */
export function currentKey(keys: IssuerKey[], algorithm: KeyAlgorithm = 'Ed25519'): IssuerKey | undefined {
  return keys.find((key) => key.algorithm === algorithm && !key.retiredAt);
}
