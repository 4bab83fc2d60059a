import { expect, it } from 'vitest';
import type { JsonObject } from '../model/json.ts';
import { sampleCredential } from '../testing/sample-credential.ts';
import { jsonldCanonicalizer } from './jsonld-canonicalizer.ts';

const canonicalizer = jsonldCanonicalizer();
const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '__defineGetter__'];

/** What every object inherits, as far as a library could write into it. */
function inherited(): unknown[] {
  const functions = names
    .map((name) => Reflect.get(Object.prototype, name))
    .filter((value) => typeof value === 'function');
  return [Object.prototype, ...functions].flatMap((holder) => Reflect.ownKeys(holder as object));
}

const places: [string, (name: string) => JsonObject][] = [
  ['the name of the issuer', (name) => ({ issuer: name })],
  ['the name of a node', (name) => ({ evidence: [{ id: name, type: ['Evidence'], name: 'Minutes' }] })],
  ['a type', (name) => ({ type: ['VerifiableCredential', name] })],
  ['a name that is put together', (name) => ({ '@context': [{ '@vocab': name.slice(0, 4) }], type: name.slice(4) })],
  [
    'a name behind a base',
    (name) => ({ '@context': [{ '@base': '', p: { '@id': 'urn:p', '@type': '@id' } }], p: name }),
  ],
  ['a text', (name) => ({ name })],
];

it.each(places)('%s that every object has leaves no trace in any of them', async (_, documentWith) => {
  const before = inherited();

  for (const name of names) {
    const document = { ...sampleCredential(), ...documentWith(name) };
    await Promise.allSettled([canonicalizer.canonize(document), canonicalizer.divide(document)]);
  }

  expect(inherited()).toEqual(before);
});

it('is refused by its name where it should be an address', async () => {
  const attempt = canonicalizer.canonize({ ...sampleCredential(), issuer: '__proto__' });

  await expect(attempt).rejects.toMatchObject({ code: 'canon.term-undefined', values: { term: '__proto__' } });
});
