import type { Dice } from './dice.ts';

const texts = [
  'a',
  '',
  'en',
  'quote " and \\ backslash',
  'line\nbreak\r\ttab',
  '\u0000\u0001\b\f\u001f\u007f\u0080\u009f',
  '\u2028\u2029\u00a0\ufeff',
  'שלום \u202eעולם',
  '\u{1f600} astral \u{10ffff}',
  '\ud800 half',
  '\udc00\ud800',
  '\ue000\uffff',
  '@id',
  '@type',
  '@vocab',
  '@foo',
  '@',
  '_:b0',
  'id',
  'type',
  'true',
  '1',
  '1.5E0',
  '"^^<urn:x>',
  '<urn:x>',
  '2026-01-05T10:00:00Z',
  'constructor',
  'hasOwnProperty',
];

const iris = [
  'https://a.example/1',
  'https://a.example/2',
  'http://b.example/?q=1&r=a#f',
  'urn:uuid:5a1f',
  'did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi',
  'mailto:ana@example.org',
  'data:text/plain,%20x',
  'tag:a,2026:b',
];

const oddIris = [
  'https://a.example/ü',
  'https://a.example/<b>',
  'https://a.example/{x}|^`\\"',
  'https://a.example/ a',
  'https://a.example/\u00a0',
  'relative',
  '/path',
  '#f',
  '?q',
  '',
  ':x',
  'a:',
  '1a:b',
  'a b:c',
  'http:/one',
  '_:x',
  '_:y',
  '_:',
  '@id',
  '@unknown',
  'ex:a',
  'xsd:string',
  'cred:issuer',
  'schema:name',
  'x+y.z-1,2:b',
];

const numbers = [
  0, -0, 1, -1, 1.0, 1.5, 0.1, 1e21, 1e20, -1e21, 123456789012345680000, 5e-324, 1e-7, 1.5e-7, 1.7976931348623157e308,
  4711,
];

/** A text: plain in most cases. */
export function someText(dice: Dice): string {
  return dice.once(3) ? dice.pick(texts) : `text ${dice.roll(6)}`;
}

/** An absolute address of a few, so that the same comes again. */
export function someIri(dice: Dice): string {
  return dice.pick(iris);
}

/** Something where an address should be. */
export function oddIri(dice: Dice): string {
  return dice.pick(oddIris);
}

export function someNumber(dice: Dice): number {
  return dice.once(2) ? dice.pick(numbers) : dice.roll(100) / 4;
}
