import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isObject, type JsonObject } from '../../src/model/json.ts';
import { leastCredential, ServedBadges } from '../testing/running-server.ts';

const routes = [
  '/credentials/issue',
  '/issuers/proof-chain/credentials/issue',
  '/issuers/ecdsa-sd-2023/credentials/issue',
  '/issuers/jose-es256/credentials/issue',
  '/issuers/status-list/credentials/issue',
  '/credentials/verify',
  '/proof-only/credentials/verify',
  '/credentials/derive',
  '/credentials/status',
  '/presentations',
  '/presentations/verify',
  '/status-lists',
];

/** What stands at this place is replaced, or leaves. */
function replaced(value: unknown, path: readonly number[], by: unknown): unknown {
  const [at, ...rest] = path;
  if (at === undefined || typeof value !== 'object' || value === null) return by;
  const keys = Object.keys(value);
  const key = keys[at % Math.max(1, keys.length)];
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.with(Number(key), replaced(value[Number(key)], rest, by));
  return { ...value, [key]: replaced((value as JsonObject)[key], rest, by) };
}

describe('whatever is sent', () => {
  const served = new ServedBadges();
  let bodies: JsonObject[] = [];
  beforeAll(async () => {
    await served.start({ isTestMode: true });
    const signed = await served.issued('proof-chain', leastCredential);
    const base = await served.issued('ecdsa-sd-2023', leastCredential, { mandatoryPointers: ['/issuer'] });
    const withStatus = await served.issued('status-list', leastCredential);
    const envelope = await served.issued('jose-es256', leastCredential);
    const presentation = { '@context': leastCredential['@context'], type: ['VerifiablePresentation'] };
    const verifiablePresentation = { ...presentation, verifiableCredential: [signed, envelope] };
    bodies = [signed, base, withStatus, envelope].map((verifiableCredential) => ({
      credential: verifiableCredential,
      verifiableCredential,
      presentation: verifiablePresentation,
      verifiablePresentation,
      options: {
        challenge: 'c',
        domain: 'd',
        checks: ['proof'],
        selectivePointers: ['/credentialSubject'],
        mandatoryPointers: ['/issuer'],
      },
      credentialId: leastCredential.id,
      credentialStatus: withStatus.credentialStatus,
      status: true,
      statusPurpose: 'revocation',
    }));
  });
  afterAll(served.stop);

  it('is answered, and never by a mistake', async () => {
    const change = fc.record({
      body: fc.nat(3),
      path: fc.array(fc.nat(12), { minLength: 1, maxLength: 6 }),
      by: fc.oneof(
        fc.jsonValue({ maxDepth: 2 }),
        fc.constantFrom(null, [], {}, '', '__proto__', 'data:,', 'did:key:z', -1, true),
      ),
      route: fc.constantFrom(...routes),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ body, path, by, route }) => {
        const { status, body: answer } = await served.post(route, replaced(bodies[body], path, by));

        expect([200, 201, 400]).toContain(status);
        expect(isObject(answer)).toBe(true);
      }),
      { numRuns: 300 },
    );
    expect(served.bugs).toEqual([]);
  }, 60_000);
});
