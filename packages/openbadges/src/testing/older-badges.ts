import { generateKeyPairSync, sign } from 'node:crypto';
import type { JsonObject } from '../model/json.ts';
import type { StubPage } from './stub-fetch.ts';

export type OlderVersion = '0.5' | '1.0' | '1.1' | '2.0';

/** The addresses at which an older badge and what belongs to it lie. */
export const at = {
  assertion: 'https://issuer.example/assertions/1',
  badgeClass: 'https://issuer.example/classes/1',
  issuer: 'https://issuer.example/issuer',
  key: 'https://issuer.example/key',
  revocationList: 'https://issuer.example/revoked',
};

/** What differs from a good badge, in each of its documents. */
export interface OlderChanges {
  assertion?: JsonObject;
  badgeClass?: JsonObject;
  issuer?: JsonObject;
}

/** A badge and the hosts that know about it. */
export interface OlderBadge {
  input: string | JsonObject;
  assertion: JsonObject;
  pages: Record<string, StubPage>;
}

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = publicKey.export({ type: 'spki', format: 'pem' }) as string;
const contexts = {
  '0.5': undefined,
  '1.0': undefined,
  '1.1': 'https://w3id.org/openbadges/v1',
  '2.0': 'https://w3id.org/openbadges/v2',
};

/** A hosted badge as its version writes it. Of 0.5 the address is brought: such a badge does not say where it lies. */
export function hostedBadge(version: OlderVersion, changes: OlderChanges = {}): OlderBadge {
  if (version === '0.5') return oldestBadge(changes);
  const assertion = {
    ...assertionOf(version),
    ...(version === '2.0'
      ? { id: at.assertion, verification: { type: 'hosted' } }
      : { verify: { type: 'hosted', url: at.assertion } }),
    ...changes.assertion,
  };
  return { input: assertion, assertion, pages: { ...pagesOf(version, changes), [at.assertion]: assertion } };
}

/** A signed badge, with its key in the form its version asks for. */
export function signedBadge(version: Exclude<OlderVersion, '0.5'>, changes: OlderChanges = {}): OlderBadge {
  const assertion = {
    ...assertionOf(version),
    ...(version === '2.0'
      ? { id: 'urn:uuid:0b7c2f1e-6a0e-4d59-9f0c-0b7c2f1e6a0e', verification: { type: 'signed', creator: at.key } }
      : { verify: { type: 'signed', url: at.key } }),
    ...changes.assertion,
  };
  const issuer = version === '2.0' ? { publicKey: at.key, ...changes.issuer } : changes.issuer;
  const key = version === '2.0' ? { type: 'CryptographicKey', id: at.key, owner: at.issuer, publicKeyPem: pem } : pem;
  return { input: jws(assertion), assertion, pages: { ...pagesOf(version, { ...changes, issuer }), [at.key]: key } };
}

/** A compact JWS with RS256 by the issuer's key. */
export function jws(payload: JsonObject, header: JsonObject = { alg: 'RS256' }): string {
  const input = [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${input}.${sign('sha256', Buffer.from(input), privateKey).toString('base64url')}`;
}

const recipient = { type: 'email', hashed: false, identity: 'learner@example.org' };

function assertionOf(version: OlderVersion): JsonObject {
  return {
    ...(contexts[version] ? { '@context': contexts[version], type: 'Assertion' } : {}),
    ...(version === '2.0' ? {} : { uid: 'abc' }),
    ...(version === '1.1' ? { id: at.assertion } : {}),
    recipient,
    badge: at.badgeClass,
    issuedOn: '2026-01-05T10:00:00Z',
  };
}

function pagesOf(version: OlderVersion, changes: OlderChanges): Record<string, StubPage> {
  const named = (type: string, id: string) => (contexts[version] ? { '@context': contexts[version], type, id } : {});
  const badgeClass = {
    ...named('BadgeClass', at.badgeClass),
    name: 'Robotics',
    description: 'For doing things with robots.',
    image: 'https://issuer.example/robot.png',
    criteria: 'https://issuer.example/criteria',
    issuer: at.issuer,
    ...changes.badgeClass,
  };
  const issuer = {
    ...named('Issuer', at.issuer),
    name: 'A school',
    url: 'https://issuer.example',
    email: 'hello@issuer.example',
    ...changes.issuer,
  };
  return { [at.badgeClass]: badgeClass, [at.issuer]: issuer };
}

function oldestBadge({ assertion: more, badgeClass, issuer }: OlderChanges): OlderBadge {
  const assertion = {
    recipient: 'learner@example.org',
    issued_on: '2026-01-05',
    badge: {
      version: '0.5.0',
      name: 'Robotics',
      image: '/robot.png',
      description: 'For doing things with robots.',
      criteria: '/criteria',
      issuer: { origin: 'https://issuer.example', name: 'A school', contact: 'hello@issuer.example', ...issuer },
      ...badgeClass,
    },
    ...more,
  };
  return { input: at.assertion, assertion, pages: { [at.assertion]: assertion } };
}
