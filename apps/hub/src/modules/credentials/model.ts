import type { ActorId, Id } from '../../kernel/ids.ts';

/** What its status lists say about a credential. */
export type CredentialStanding = 'good' | 'suspended' | 'revoked';

/** A signed document; the bytes are immutable. */
export interface Credential {
  id: Id<'crd'>;
  awardId: Id<'awd'>;
  achievementId: Id<'ach'>;
  issuerId: ActorId;
  statusListId: Id<'stl'>;
  statusIndex: number;
  /** JSON text, byte for byte as it was signed. */
  document: string;
  /** Lower-case hex over the UTF-8 of `document`. */
  sha256: string;
  issuedAt: Date;
}

export interface StatusList {
  id: Id<'stl'>;
  issuerId: ActorId;
  issuerDid: string;
  purpose: 'revocation' | 'suspension';
  /** The revocation list whose places this suspension list shares. */
  companion?: Id<'stl'>;
  length: number;
  taken: number;
  bits: Uint8Array;
  document: string;
  etag: string;
  signedAt: Date;
}

/** Entries of a new list, the fewest that Bitstring Status List §2.2 allows. */
export const listLength = 131_072;

/** A list is full when half of it is taken: more would let a reader guess who belongs together. */
export function roomIn(list: Pick<StatusList, 'length' | 'taken'>): number {
  return Math.max(0, Math.floor(list.length / 2) - list.taken);
}

/**
 * Draws `count` different numbers below `length` that are not in `taken`.
 * `random` gives bytes; 32 bits against 2^17 places leave no bias worth the name.
 */
export function drawPlaces(
  count: number,
  length: number,
  taken: ReadonlySet<number>,
  random: (bytes: number) => Uint8Array,
): number[] {
  const drawn = new Set<number>();
  while (drawn.size < count) {
    const bytes = random(4 * (count - drawn.size));
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at + 4 <= bytes.byteLength; at += 4) {
      const place = view.getUint32(at) % length;
      if (!taken.has(place)) drawn.add(place);
    }
  }
  return [...drawn];
}
