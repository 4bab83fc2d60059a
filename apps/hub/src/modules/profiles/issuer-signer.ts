import {
  issueCredential,
  type JsonObject,
  type ProfileInput,
  type Signed,
  type SigningKey,
  type SuiteName,
} from 'openbadges';
import { importSigningKey, nodeTools } from 'openbadges/node';
import type { App } from '../../kernel/app.ts';
import type { ActorId, Id } from '../../kernel/ids.ts';
import type { KeyStore } from '../../kernel/key-store.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { findIssuer } from './find-issuer.ts';
import { issuerDid } from './issuer-did.ts';
import { issuerProfile } from './issuer-profile.ts';
import { ensureKey } from './make-key.ts';
import type { IssuerKey, KeyAlgorithm } from './model.ts';
import { findKey, readPrivateKey } from './store.ts';

/** Signs in the name of an issuer. The private key stays inside. */
export interface IssuerSigner {
  issuerDid: string;
  /** `<did>#<multikey>`: validators read the key from the fragment, verifiers look it up in the DID document. */
  verificationMethod: string;
  key: SigningKey;
  /** The issuer as it stands in credentials. */
  profile: ProfileInput;
  /** Secures any credential document: a proof set, `eddsa-rdfc-2022` first because validators test only that one. */
  sign<T extends JsonObject>(document: T): Promise<Signed<T>>;
}

export interface SignerOptions {
  algorithm?: KeyAlgorithm;
  /** Signs as whom an older document names: a status list has one issuer for as long as it is served. */
  issuerDid?: string;
}

type Needs = Pick<App, 'clock' | 'db' | 'keys' | 'newId' | 'urls'>;

const tools = nodeTools();
const suites: Record<KeyAlgorithm, SuiteName[]> = {
  Ed25519: ['eddsa-rdfc-2022', 'Ed25519Signature2020'],
  'P-256': ['ecdsa-rdfc-2019'],
};

/** The issuer's signer with its current key, which is made when it is needed for the first time. */
export async function issuerSigner(app: Needs, issuerId: ActorId, options: SignerOptions = {}): Promise<IssuerSigner> {
  const issuer = await findIssuer(app.db, issuerId);
  if (!issuer) throw new Refusal('profile.not-found', { id: issuerId });
  const key = await keyFor(app, issuerId, options);
  const did = options.issuerDid ?? issuerDid(app, issuerId, key.publicMultibase);
  const signingKey = await openKey(app, key.id);
  const verificationMethod = `${did}#${key.publicMultibase}`;
  return {
    issuerDid: did,
    verificationMethod,
    key: signingKey,
    profile: issuerProfile(app, issuer, did),
    sign: (document) => {
      const how = { key: signingKey, verificationMethod, created: app.clock(), suites: suites[key.algorithm] };
      return issueCredential(document, how, tools);
    },
  };
}

/** Signs one document in the name of an issuer. */
export async function signAs<T extends JsonObject>(app: Needs, issuerId: ActorId, document: T): Promise<Signed<T>> {
  return (await issuerSigner(app, issuerId)).sign(document);
}

/** A did:key can only be signed for by the key it consists of, also when another one is current by now. */
async function keyFor(app: Needs, issuerId: ActorId, options: SignerOptions): Promise<IssuerKey> {
  const named = /^did:key:(z\w+)$/.exec(options.issuerDid ?? '')?.[1];
  if (!named) return ensureKey(app, issuerId, options.algorithm ?? 'Ed25519');
  const key = await findKey(app.db, issuerId, { multibase: named });
  if (!key) throw new Refusal('profile.key-not-found', { issuer: issuerId });
  return key;
}

/** Opened keys, by the key store that opened them: a process reads each once. */
const opened = new WeakMap<KeyStore, Map<Id<'key'>, SigningKey>>();

async function openKey(app: Needs, id: Id<'key'>): Promise<SigningKey> {
  const kept = opened.get(app.keys) ?? new Map<Id<'key'>, SigningKey>();
  opened.set(app.keys, kept);
  const known = kept.get(id);
  if (known) return known;
  const { publicKey, sign } = importSigningKey(app.keys.open(await readPrivateKey(app.db, id), id));
  const key = { publicKey, sign };
  kept.set(id, key);
  return key;
}
