import { describe, expect, it } from 'vitest';
import { didKeyOf } from '../did/did-key.ts';
import { encodeMultikey } from '../keys/multikey.ts';
import { isObject, type JsonObject } from '../model/json.ts';
import { pointerInto } from '../model/json-pointer.ts';
import { generateSigningKey } from '../node.ts';
import { issueCredential } from '../proof/issue-credential.ts';
import { signVcJwt } from '../proof/sign-vc-jwt.ts';
import { anotherValue, type Change, changedAt } from '../testing/changed-at.ts';
import { now, statusListBy, tools } from '../testing/issuers.ts';
import { sampleCredential } from '../testing/sample-credential.ts';
import { environment } from '../testing/verifying.ts';
import { verify } from './verify.ts';

const key = generateSigningKey('Ed25519');
const id = didKeyOf(key.publicKey);
const issuer = { id, key, method: `${id}#${encodeMultikey(key.publicKey)}`, pages: {} };
const p256 = generateSigningKey('P-256');
const p256Id = didKeyOf(p256.publicKey);
const lists = ['https://hub.example/status/1', 'https://hub.example/status/2'] as const;

/** Every place in a document, as RFC 6901 pointers: members and items, objects and values. */
function* pointersIn(value: unknown, pointer = ''): Generator<string> {
  if (pointer !== '') yield pointer;
  if (!isObject(value) && !Array.isArray(value)) return;
  for (const [name, inner] of Object.entries(value)) yield* pointersIn(inner, pointerInto(pointer, name));
}

const changes: [string, Change][] = [
  ['another value', anotherValue],
  [
    'taken out',
    (parent, name) => {
      if (Array.isArray(parent)) parent.splice(Number(name), 1);
      else delete parent[name];
    },
  ],
  [
    'a member more',
    (parent, name) => {
      parent[name] = isObject(parent[name])
        ? { ...(parent[name] as object), narrative: 'More' }
        : [parent[name], 'More'];
    },
  ],
];

async function world() {
  const [revocation, suspension] = await Promise.all([
    statusListBy(issuer, { url: lists[0] }),
    statusListBy(issuer, { url: lists[1], purpose: 'suspension' }),
  ]);
  return environment({ [lists[0]]: revocation, [lists[1]]: suspension });
}

const created = new Date('2026-01-05T10:00:00Z');
/** Without the vocabulary of another suite, which no statement of this badge needs: what it says is the same without it. */
function credential(): JsonObject {
  const document = sampleCredential(id);
  return { ...document, '@context': (document['@context'] as string[]).slice(0, 2) };
}

const signedWith = (suite: 'eddsa-rdfc-2022' | 'eddsa-jcs-2022') =>
  issueCredential(credential(), { key, verificationMethod: issuer.method, created, suites: [suite] }, tools);

describe.each(['eddsa-rdfc-2022', 'eddsa-jcs-2022'] as const)(
  'a full credential signed with %s',
  { timeout: 60_000 },
  (suite) => {
    it.each(changes)('is not valid with any one of its fields changed: %s', async (_name, change) => {
      const signed = await signedWith(suite);
      const outside = await world();
      const before = await verify(signed, outside);
      const pointers = [...pointersIn(signed)];

      const stillValid: string[] = [];
      for (const pointer of pointers) {
        const changed = changedAt(signed, pointer, change);
        const { verdict } = await verify(changed, outside);
        if (verdict === 'valid' && JSON.stringify(changed) !== JSON.stringify(signed)) stillValid.push(pointer);
      }

      expect(before.verdict).toBe('valid');
      expect(pointers.length).toBeGreaterThan(80);
      expect(stillValid).toEqual([]);
    });
  },
);

describe('a full credential as a token', { timeout: 60_000 }, () => {
  it.each(changes)('is not valid with any one of its fields or claims changed: %s', async (_, change) => {
    const token = await signVcJwt(credential(), { key, kid: issuer.method });
    const [head = '', body = '', tail = ''] = token.split('.');
    const outside = await world();
    const payload = JSON.parse(Buffer.from(body, 'base64url').toString());
    const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

    const stillValid: string[] = [];
    for (const pointer of pointersIn(payload)) {
      const changed = `${head}.${encoded(changedAt(payload, pointer, change))}.${tail}`;
      if (changed !== token && (await verify(changed, outside)).verdict === 'valid') stillValid.push(pointer);
    }
    const header = JSON.parse(Buffer.from(head, 'base64url').toString());
    for (const pointer of pointersIn(header)) {
      const changed = `${encoded(changedAt(header, pointer, change))}.${body}.${tail}`;
      if ((await verify(changed, outside)).verdict === 'valid') stillValid.push(`header ${pointer}`);
    }

    expect((await verify(token, outside)).verdict).toBe('valid');
    expect(stillValid).toEqual([]);
  });

  it('is not valid when signed again by another key in the name of the issuer', async () => {
    const token = await signVcJwt(sampleCredential(id), {
      key: p256,
      kid: `${p256Id}#${encodeMultikey(p256.publicKey)}`,
    });

    expect((await verify(token, await world())).verdict).toBe('could-not-check');
    expect(now.getTime()).toBeGreaterThan(created.getTime());
  });
});
