import { heldContexts } from '../../src/canon/held-contexts.ts';
import { isObject, type JsonObject } from '../../src/model/json.ts';
import { nodeTools } from '../../src/node.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { mutateJson } from '../mutate-json.ts';
import { signedBadge } from '../samples.ts';

const { proof: _, ...document } = signedBadge;
const small: JsonObject = {
  '@version': 1.1,
  '@protected': true,
  id: '@id',
  type: '@type',
  ex: 'https://example.org/#',
  Thing: {
    '@id': 'ex:Thing',
    '@context': {
      '@protected': true,
      name: 'ex:name',
      parts: { '@id': 'ex:parts', '@type': '@id', '@container': '@set' },
    },
  },
  list: { '@id': 'ex:list', '@container': '@list', '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' },
  text: { '@id': 'ex:text', '@language': 'de', '@direction': 'ltr' },
  map: { '@id': 'ex:map', '@container': '@language' },
  graph: { '@id': 'ex:graph', '@container': ['@graph', '@id'] },
  kind: { '@id': 'ex:kind', '@type': '@vocab' },
};
const used: JsonObject = {
  id: 'https://example.org/1',
  type: ['Thing'],
  name: 'A',
  parts: ['https://example.org/2', { name: 'B' }],
  list: ['2026-01-01T00:00:00Z', 1, true, null],
  text: 'C',
  map: { de: 'D', en: ['E'] },
  graph: { x: { text: 'F' } },
  kind: 'Thing',
};
const contexts = [small, ...Array.from(heldContexts.values(), (each) => each['@context']).filter(isObject)].filter(
  (each) => JSON.stringify(each).length < 30_000,
);
const words = [
  '@container',
  '@set',
  '@list',
  '@graph',
  '@index',
  '@language',
  '@json',
  '@none',
  '@vocab',
  '@base',
  '@import',
  '@propagate',
  '@protected',
  '@prefix',
  '@nest',
  '@reverse',
  '@version',
  '@direction',
  '@type',
  '@id',
  'ex:',
  'ex:a',
  'ex',
  ':',
  '#',
  'id',
  'type',
  'name',
  'Thing',
  'https://example.org/#',
];

/** A vocabulary that is wrong in any way, and a document that uses it: compiled, canonicalised, and refused by name. */
export const context: FuzzTarget = {
  name: 'context',
  make: (dice) => {
    const isSmall = dice.once(2);
    const changed = mutateJson(isSmall ? small : dice.pick(contexts), dice, words);
    const inline = dice.once(4) ? [dice.pick(contexts), changed] : changed;
    const body = isSmall ? used : document;
    const base = isSmall ? [] : ['https://www.w3.org/ns/credentials/v2'];
    const whole = {
      ...(dice.once(3) ? (mutateJson(body, dice, words) as JsonObject) : body),
      '@context': [...base, inline].flat(),
    };
    return new TextEncoder().encode(JSON.stringify(whole));
  },
  feed(input) {
    const json: unknown = JSON.parse(new TextDecoder().decode(input));
    return isObject(json) ? canonicalizer.canonize(json) : undefined;
  },
};

const { canonicalizer } = nodeTools();
