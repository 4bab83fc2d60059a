import type { Dice } from './dice.ts';

type Holder = Record<string, unknown> | unknown[];

/** Values that are of another type, too large, too deep, or mean something to who reads them. */
const odd: readonly unknown[] = [
  null,
  true,
  '',
  0,
  -1,
  1e21,
  1e-7,
  2 ** 53,
  [],
  {},
  [[]],
  [null],
  { id: null },
  { '@id': {} },
  '@id',
  '@type',
  '@value',
  '_:b0',
  'https://',
  'did:key:z',
  'did:web:',
  'data:,',
  'urn:uuid:',
  '\ud800',
  'a'.repeat(5_000),
  '2026-13-45T99:99:99Z',
  '1e400',
  { '@value': 1, '@language': 'en' },
  { '@list': [{ '@list': [] }] },
  { '@graph': [] },
  { '@context': null },
  ['https://a.example', 'https://a.example'],
];
const names = [
  '@context',
  '@id',
  '@type',
  '@graph',
  '@reverse',
  '@included',
  '@nest',
  'id',
  'type',
  'proof',
  '__proto__',
  'constructor',
  'toString',
  'vc',
  '',
];

/** A copy of a JSON value with one to five places changed: another value, another name, gone, doubled, or wrapped. */
export function mutateJson(sample: unknown, dice: Dice, words: readonly string[] = []): unknown {
  let copy: unknown = structuredClone(sample);
  for (let left = 1 + dice.below(5); left > 0; left -= 1) copy = editOne(copy, dice, words);
  return copy;
}

function editOne(root: unknown, dice: Dice, words: readonly string[]): unknown {
  const places = placesIn(root);
  const place = places.length === 0 ? undefined : dice.pick(places);
  if (!place) return structuredClone(dice.pick(odd));
  const { holder, key } = place;
  const value = (holder as Record<string, unknown>)[key];
  const kind = dice.below(7);
  if (kind === 0) put(holder, key, structuredClone(dice.pick(odd)));
  else if (kind === 1) remove(holder, key);
  else if (kind === 2) put(holder, key, dice.once(2) ? [value, structuredClone(value)] : { id: value });
  else if (kind === 3) put(holder, key, nested(value, 1 + dice.below(dice.once(10) ? 200 : 4)));
  else if (kind === 4) rename(holder, key, dice.pick(words.length > 0 && dice.once(2) ? words : names));
  else if (kind === 5) copyOver(holder, key, dice.pick(places));
  else put(holder, key, changedText(value, dice, words));
  return root;
}

function placesIn(root: unknown): { holder: Holder; key: string }[] {
  const places: { holder: Holder; key: string }[] = [];
  const waiting = [root];
  for (let value = waiting.pop(); value !== undefined && places.length < 5_000; value = waiting.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      places.push({ holder: value as Holder, key });
      waiting.push(inner);
    }
  }
  return places;
}

/** `__proto__` as a member of its own, the way JSON.parse makes it. */
function put(holder: Holder, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

function remove(holder: Holder, key: string): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}

function rename(holder: Holder, key: string, name: string): void {
  if (Array.isArray(holder)) return;
  const value = holder[key];
  delete holder[key];
  put(holder, name, value);
}

function copyOver(holder: Holder, key: string, from: { holder: Holder; key: string }): void {
  const value = (from.holder as Record<string, unknown>)[from.key];
  // What is large grows with each copy.
  if (JSON.stringify(value ?? null).length < 20_000) put(holder, key, structuredClone(value));
}

function nested(value: unknown, depth: number): unknown {
  let inner = value;
  for (let i = 0; i < depth; i += 1) inner = i % 2 ? [inner] : { id: inner };
  return inner;
}

function changedText(value: unknown, dice: Dice, words: readonly string[]): unknown {
  if (typeof value !== 'string') return typeof value === 'number' ? value + dice.pick([1, -1, 0.5, 2 ** 53]) : !value;
  if (words.length > 0 && dice.once(3)) return dice.pick(words);
  const at = dice.below(value.length + 1);
  return (
    value.slice(0, at) +
    dice.pick(['', ' ', '"', '\\', '\u0000', '#', ':', '%', '\ud800', 'é', 'x'.repeat(100)]) +
    value.slice(at + dice.below(3))
  );
}
