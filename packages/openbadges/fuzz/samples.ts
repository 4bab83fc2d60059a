import { didKeyOf } from '../src/did/did-key.ts';
import { encodeMultikey } from '../src/keys/multikey.ts';
import type { JsonObject } from '../src/model/json.ts';
import { importSigningKey, nodeTools } from '../src/node.ts';
import { issueCredential } from '../src/proof/issue-credential.ts';
import { signVcJwt } from '../src/proof/sign-vc-jwt.ts';
import { conformance } from '../src/testing/conformance.ts';
import { sampleCredential } from '../src/testing/sample-credential.ts';

/** Larger samples make fewer inputs a second, not better ones. */
const largest = 100_000;

// A fixed secret (RFC 8410 §7, all bytes 7), because an input is known by its seed only if the samples stay the same.
const key = importSigningKey(
  Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, 7)]),
);
const issuer = didKeyOf(key.publicKey);
const method = `${issuer}#${encodeMultikey(key.publicKey)}`;
const created = new Date('2026-01-05T10:00:00Z');

/** A badge signed with a proof, and the same as a token. */
export const signedBadge: JsonObject = await issueCredential(
  sampleCredential(issuer),
  { key, verificationMethod: method, created },
  nodeTools(),
);
export const badgeToken = await signVcJwt(sampleCredential(issuer), { key });

/** A badge of Open Badges 2.0 and one of 0.5. */
export const olderBadges: JsonObject[] = [
  {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: 'https://issuer.example/1',
    recipient: {
      type: 'email',
      hashed: true,
      salt: 'x',
      identity: 'sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399',
    },
    badge: {
      id: 'https://issuer.example/2',
      type: 'BadgeClass',
      name: 'A',
      issuer: { id: 'https://issuer.example/3', name: 'B' },
    },
    issuedOn: '2026-01-05T10:00:00Z',
    verification: { type: 'hosted' },
  },
  {
    recipient: 'a@example.org',
    issued_on: '2012-04-05',
    badge: {
      version: '0.5.0',
      name: 'A',
      image: '/a.png',
      description: 'B',
      criteria: '/c',
      issuer: { origin: 'https://o.example', name: 'O' },
    },
  },
];

/** Files of the standards bodies whose path matches, as far as they are there and not too large. */
export function official(path: RegExp): Uint8Array[] {
  return conformance
    .files()
    .filter((each) => path.test(each))
    .map((each) => conformance.bytes(each))
    .filter(({ length }) => length <= largest);
}

/** Some are lists of addresses under the name of JSON; they are left out. */
export function officialJson(path: RegExp): JsonObject[] {
  return official(path)
    .map((bytes) => new TextDecoder().decode(bytes).trim())
    .filter((text) => text.startsWith('{'))
    .map((text) => JSON.parse(text) as JsonObject);
}
