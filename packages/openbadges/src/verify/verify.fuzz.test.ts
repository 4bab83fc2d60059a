import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bakePng } from '../bake/bake-png.ts';
import { bakeSvg } from '../bake/bake-svg.ts';
import { badgeBy, now, signedBy, statusListBy, tools, webIssuer } from '../testing/issuers.ts';
import { stubFetch } from '../testing/stub-fetch.ts';
import { verify } from './verify.ts';

const list = 'https://issuer.example/status/1';
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mOUMyqsBwACeQFChxlltgAAAABJRU5ErkJggg==',
  'base64',
);

const issuer = webIssuer();
const badge = await signedBy(issuer, badgeBy(issuer, { status: { list, index: 7 } }));
const assertion = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: 'https://issuer.example/1',
  recipient: { type: 'email', hashed: false, identity: 'a@example.org' },
  badge: { id: 'https://issuer.example/2', name: 'A', issuer: { id: 'https://issuer.example/3', name: 'B' } },
  issuedOn: '2026-01-05T10:00:00Z',
  verification: { type: 'hosted' },
};
const statusList = await statusListBy(issuer);
const pages = { ...issuer.pages, [list]: statusList, [assertion.id]: assertion };

/** Every place in a JSON document, as a path. */
function places(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, inner]) => places(inner, [...path, name]))];
}

/** A copy with another value at one place. */
function changed(value: unknown, [name, ...rest]: string[], replacement: unknown): unknown {
  if (name === undefined) return replacement;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...(value as object) };
  const holder = copy as Record<string, unknown>;
  holder[name] = changed(holder[name], rest, replacement);
  return copy;
}

function environment(more: Record<string, object> = {}) {
  return { fetch: stubFetch({ ...pages, ...more }), clock: () => now, tools, recipient: ['a@example.org'] };
}

const junk = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    undefined,
    '',
    'https://',
    'did:web:',
    'did:key:z',
    'data:,',
    -1,
    1e300,
    [[]],
    { id: {} },
    { type: [null] },
  ),
);

it('a badge with anything in any place gets a report, and is valid only when nothing changed', async () => {
  const original = JSON.stringify(badge);
  const property = fc.asyncProperty(fc.constantFrom(...places(badge)), junk, async (place, replacement) => {
    const text = JSON.stringify(changed(badge, place, replacement)) ?? '';
    const report = await verify(text, environment());
    // The proofs are two, and one is enough: only what they cover must not change.
    if (text !== original && place[0] !== 'proof') expect(report.verdict).not.toBe('valid');
    expect(report.checks).toHaveLength(8);
  });
  await fc.assert(property, { numRuns: 80 });
});

it.each([
  ['an assertion', assertion.id, assertion],
  ['a status list', list, statusList],
  [
    'a DID document',
    'https://issuer.example/.well-known/did.json',
    issuer.pages['https://issuer.example/.well-known/did.json'],
  ],
])('%s with anything in any place gets a report', async (_, address, document) => {
  const property = fc.asyncProperty(fc.constantFrom(...places(document)), junk, async (place, replacement) => {
    const page = { [address]: changed(document, place, replacement) ?? {} } as Record<string, object>;
    const [credential, hosted] = [await verify(badge, environment(page)), await verify(assertion, environment(page))];
    expect(credential.checks).toHaveLength(8);
    expect(hosted.checks).toHaveLength(8);
  });
  await fc.assert(property, { numRuns: 30 });
});

it.each([
  ['PNG', bakePng(pixel, JSON.stringify(badge))],
  ['SVG', Buffer.from(bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"></svg>', JSON.stringify(badge)))],
  ['JSON', Buffer.from(JSON.stringify(badge))],
])('a %s file with any bytes changed or cut off gets a report', async (_, file) => {
  const edit = fc.record({ at: fc.nat(file.length - 1), bytes: fc.uint8Array({ maxLength: 8 }), cut: fc.boolean() });
  const property = fc.asyncProperty(edit, async ({ at, bytes, cut }) => {
    const copy = Uint8Array.from(file).subarray(0, cut ? at : file.length);
    copy.set(bytes.subarray(0, Math.max(0, copy.length - at)), Math.min(at, copy.length));
    expect((await verify(copy, environment())).checks).toHaveLength(8);
  });
  await fc.assert(property, { numRuns: 40 });
});
