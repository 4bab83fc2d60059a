import fc from 'fast-check';
import { expect, it } from 'vitest';
import { methodId } from '../did/did-document.ts';
import { didKeyOf } from '../did/did-key.ts';
import { encodeBase64url } from '../keys/base64url.ts';
import { BadgeError } from '../model/badge-error.ts';
import type { JsonObject } from '../model/json.ts';
import { schemaProblems } from '../model/schema/schema-problems.ts';
import { generateSigningKey, nodeTools } from '../node.ts';
import { readStatusEntry } from '../status/status-entry.ts';
import { readStatusList } from '../status/status-list-credential.ts';
import { sampleCredential } from '../testing/sample-credential.ts';
import { issueCredential } from './issue-credential.ts';
import { keyListedBy } from './key-listed-by.ts';
import { verifyProofs } from './verify-proofs.ts';
import { verifyVcJwt } from './verify-vc-jwt.ts';

const tools = nodeTools();
const key = generateSigningKey('Ed25519');
const did = didKeyOf(key.publicKey);
const verificationMethod = methodId(did, key);
const signed = await issueCredential(
  sampleCredential(did),
  { key, verificationMethod, created: new Date(0), suites: ['eddsa-rdfc-2022'] },
  tools,
);

/** Values that look like nothing in particular, and objects that throw when they are made into text. */
const hostile = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>({ toString: 1, valueOf: 1 }, '__proto__', { __proto__: null }, [[]], ''),
  fc.webUrl(),
);
const parsed = (value: unknown): JsonObject => JSON.parse(JSON.stringify(value));

it('a member of the document that is something else is a verdict, never an exception', async () => {
  const members = fc.constantFrom(...Object.keys(signed), '@context', 'toString', '__proto__', 'constructor');

  await fc.assert(
    fc.asyncProperty(members, hostile, async (member, value) => {
      fc.pre(JSON.stringify(value) !== JSON.stringify((signed as JsonObject)[member]));
      const document = parsed(Object.defineProperty({ ...signed }, member, { value, enumerable: true }));

      const { outcome } = await verifyProofs(document, {}, tools);

      expect(outcome === 'passed' ? JSON.stringify([member, value]) : outcome).toMatch(/^(failed|unknown)$/);
    }),
    { numRuns: 150 },
  );
});

it('a member of the proof that is something else is a verdict, never an exception', async () => {
  const members = fc.constantFrom(
    ...Object.keys(signed.proof[0] ?? {}),
    '@context',
    'previousProof',
    'domain',
    'expires',
    'id',
  );

  await fc.assert(
    fc.asyncProperty(members, hostile, async (member, value) => {
      const document = parsed({ ...signed, proof: { ...signed.proof[0], [member]: value } });

      const { outcome } = await verifyProofs(document, { challenge: 'c', now: new Date() }, tools);

      expect(outcome).toMatch(/^(failed|unknown)$/);
    }),
    { numRuns: 150 },
  );
});

it('a token of anything is a verdict, never an exception', async () => {
  const part = (value: unknown) => encodeBase64url(new TextEncoder().encode(JSON.stringify(value) ?? ''));
  const header = fc.record(
    { alg: fc.oneof(fc.constant('EdDSA'), hostile), kid: hostile, jwk: hostile, typ: hostile },
    { requiredKeys: [] },
  );

  await fc.assert(
    fc.asyncProperty(header, hostile, hostile, async (head, payload, vc) => {
      const token = `${part(head)}.${part(vc === '' ? payload : { vc, ...sampleCredential() })}.${part(payload)}`;

      const { outcome } = await verifyVcJwt(token, {}, tools);

      expect(outcome).toMatch(/^(failed|unknown)$/);
    }),
  );
});

it('documents about keys, status and shape that are anything else give answers or named errors', () => {
  const status = fc.record({
    type: fc.constant('BitstringStatusListEntry'),
    statusPurpose: hostile,
    statusSize: hostile,
    statusListIndex: hostile,
    statusListCredential: fc.oneof(fc.constant('https://a.example/'), hostile),
    statusMessage: hostile,
  });
  const listing = fc.record(
    { id: fc.oneof(fc.constant(did), hostile), verificationMethod: hostile, assertionMethod: hostile, keys: hostile },
    { requiredKeys: [] },
  );

  fc.assert(
    fc.property(status, listing, hostile, (entry, document, anything) => {
      expect(keyListedBy(parsed(document), verificationMethod, key.publicKey).listed).toBe(false);
      expect(schemaProblems(parsed({ v: anything }).v, 'json-ld')).not.toEqual([]);
      const named = (action: () => unknown) => {
        try {
          action();
        } catch (error) {
          expect(error).toBeInstanceOf(BadgeError);
        }
      };
      named(() => readStatusEntry(parsed(entry)));
      named(() =>
        readStatusList(parsed({ credentialSubject: { statusPurpose: anything, encodedList: anything } }), {
          type: 'BitstringStatusListEntry',
          purpose: 'x',
          index: 0,
          list: 'https://a.example/',
          size: 1,
          messages: [],
          references: [],
          oddities: [],
        }),
      );
    }),
  );
});
