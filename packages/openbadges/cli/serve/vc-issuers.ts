import { didKeyOf } from '../../src/did/did-key.ts';
import type { SigningKey } from '../../src/keys/cryptography.ts';
import { encodeMultikey } from '../../src/keys/multikey.ts';
import { generateSigningKey } from '../../src/node/signing-keys.ts';
import type { SuiteName } from '../../src/proof/cryptosuite.ts';
import type { IssuerKeyType, SecuringForm, VcIssuer } from './vc-issuer.ts';

type Row = Pick<VcIssuer, 'name' | 'suite' | 'suites' | 'keyType' | 'tags'> & Partial<VcIssuer>;

/** The first is the one behind the paths without a prefix. */
const rows: Row[] = [
  simple('eddsa-rdfc-2022', 'Ed25519', ['vc2.0']),
  simple('eddsa-jcs-2022', 'Ed25519'),
  simple('Ed25519Signature2020', 'Ed25519'),
  simple('ecdsa-rdfc-2019', 'P-256'),
  simple('ecdsa-rdfc-2019', 'P-384'),
  simple('ecdsa-jcs-2019', 'P-256'),
  simple('ecdsa-jcs-2019', 'P-384'),
  other('ecdsa-sd-2023', 'selective-disclosure', 'P-256', ['ecdsa-sd-2023']),
  { ...other('proof-set', 'proof-set', 'Ed25519', []), suites: ['eddsa-rdfc-2022', 'Ed25519Signature2020'] },
  { ...other('proof-chain', 'proof-chain', 'Ed25519', []), suites: ['eddsa-rdfc-2022'] },
  other('jose-eddsa', 'jose', 'Ed25519', []),
  other('jose-es256', 'jose', 'P-256', ['EnvelopingProof']),
  other('jose-es384', 'jose', 'P-384', []),
  {
    ...other('status-list', 'proof-set', 'Ed25519', ['BitstringStatusList', 'Revocation', 'Suspension']),
    suites: ['eddsa-rdfc-2022'],
    givesStatus: true,
  },
  { ...other('vc-api', 'proof-set', 'Ed25519', ['vc-api']), suites: ['eddsa-rdfc-2022'], needsIssuer: true },
];

/**
 * The issuers of the server, each with a key of its own; `given` keys are those of the first issuer of their type, so
 * that its DID stays the same from one start to the next.
 */
export function vcIssuers(given: readonly SigningKey[] = []): VcIssuer[] {
  const left = [...given];
  return rows.map((row) => {
    const at = left.findIndex(({ publicKey }) => publicKey.type === row.keyType);
    const [own] = at < 0 ? [] : left.splice(at, 1);
    const key = own ?? generateSigningKey(row.keyType);
    const did = didKeyOf(key.publicKey);
    const verificationMethod = `${did}#${encodeMultikey(key.publicKey)}`;
    return { form: 'proof-set', givesStatus: false, needsIssuer: false, ...row, key, did, verificationMethod };
  });
}

function simple(suite: SuiteName, keyType: IssuerKeyType, tags: string[] = []): Row {
  const name = keyType === 'Ed25519' ? suite : `${suite}-${keyType.replace('-', '').toLowerCase()}`;
  return { name, suite, suites: [suite], keyType, tags: [suite, ...tags] };
}

function other(name: string, form: SecuringForm, keyType: IssuerKeyType, tags: string[]): Row {
  return { name, suite: name, form, suites: [], keyType, tags };
}
