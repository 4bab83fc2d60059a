import type { JsonObject } from '../model/json.ts';
import type { Dice } from './dice.ts';
import { oddIri, someIri, someNumber, someText } from './odd-values.ts';

const names = ['a', 'b', 'c', 'd', 'e', 'A', 'B', 'C'];
const aliases = ['id', 'type', 'value', 'language', 'list', 'set', 'none'];
const containers: unknown[] = [
  '@set',
  '@list',
  '@language',
  '@graph',
  ['@set'],
  ['@graph', '@set'],
  ['@language', '@set'],
  [],
];
const types = [
  '@id',
  '@id',
  '@vocab',
  '@json',
  '@none',
  'xsd:string',
  'xsd:double',
  'xsd:dateTime',
  'a',
  'ex:t',
  'urn:t',
];

/** A document over contexts of its own, of which the most is good: aliases, prefixes, scopes, protection, coercion. */
export function toyDocument(dice: Dice): JsonObject {
  const context = [basis, ...dice.some(2, () => contextOf(dice, 2))];
  return { '@context': context, ...nodeOf(dice, 3), 'urn:note': 'x' };
}

const basis = { '@vocab': 'https://v.example/', xsd: 'http://www.w3.org/2001/XMLSchema#', ex: 'https://x.example/#' };

function contextOf(dice: Dice, depth: number): JsonObject | null {
  if (dice.once(12)) return null;
  const context: JsonObject = {};
  if (dice.once(4)) context['@protected'] = !dice.once(12);
  if (dice.once(8)) context['@propagate'] = dice.once(2);
  if (dice.once(8)) context['@language'] = dice.pick(['en', 'DE', null]);
  if (dice.once(8)) context['@vocab'] = dice.pick(['https://w.example/', 'ex:', null, 'https://v.example/']);
  if (dice.once(8)) context['@version'] = 1.1;
  for (const name of dice.some(6, () => dice.pick([...names, ...aliases])))
    context[name] = definitionOf(dice, name, depth);
  if (dice.once(5))
    context.pre = dice.pick(['https://p.example/#', 'urn:p:', 'ex:pre/', { '@id': 'urn:q:', '@prefix': true }]);
  return context;
}

function definitionOf(dice: Dice, name: string, depth: number): unknown {
  if (aliases.includes(name)) return dice.once(6) ? `urn:${name}` : `@${name}`;
  if (dice.once(4)) return dice.pick(['urn:x', 'ex:y', 'pre:z', 'b', 'https://v.example/a', null, '@type', 'a']);
  const definition: JsonObject = {};
  if (!dice.once(3)) definition['@id'] = dice.pick(['urn:x', 'ex:y', 'pre:z', `urn:${name}`, name, 'e']);
  if (dice.once(3)) definition['@type'] = dice.pick(types);
  if (dice.once(3)) definition['@container'] = dice.pick(containers);
  if (depth > 0 && dice.once(3))
    definition['@context'] = dice.once(6) ? dice.some(2, () => contextOf(dice, depth - 1)) : contextOf(dice, depth - 1);
  if (dice.once(8)) definition['@language'] = dice.pick(['fr', null]);
  if (dice.once(8)) definition['@protected'] = dice.once(2);
  if (dice.once(12)) definition['@prefix'] = dice.once(2);
  if (dice.once(30))
    definition[dice.pick(['@nest', '@index', '@reverse', '@direction'])] = dice.pick(['ltr', 'a', '@nest']);
  return definition;
}

function nodeOf(dice: Dice, depth: number): JsonObject {
  const node: JsonObject = {};
  if (dice.once(2)) node[dice.pick(['@id', 'id'])] = dice.pick([someIri(dice), '_:x', 'ex:1', 'pre:2', oddIri(dice)]);
  if (dice.once(2))
    node[dice.pick(['@type', 'type'])] = dice.once(2)
      ? dice.pick(names)
      : dice.some(3, () => dice.pick([...names, 'urn:t', 'ex:t']));
  if (dice.once(8)) node['@context'] = contextOf(dice, 1);
  for (const name of dice.some(4, () =>
    dice.pick([...names, ...names, 'ex:y', 'pre:z', 'urn:x', 'https://v.example/a']),
  ))
    node[name] = anyValue(dice, depth - 1);
  return node;
}

function anyValue(dice: Dice, depth: number): unknown {
  if (depth >= 0 && dice.once(5)) return dice.some(3, () => anyValue(dice, depth - 1));
  if (depth > 0 && dice.once(2)) return nodeOf(dice, depth);
  const text = dice.once(2) ? dice.pick(['x', 'y', '1', 'true']) : someText(dice);
  return dice.pick<unknown>([
    text,
    text,
    someIri(dice),
    dice.pick(names),
    someNumber(dice),
    dice.once(2),
    null,
    { [dice.pick(['@value', 'value'])]: text },
    { '@value': text, [dice.pick(['@type', 'type'])]: dice.pick(['urn:t', 'xsd:double', 'xsd:string', 'a']) },
    { '@value': text, [dice.pick(['@language', 'language'])]: 'en' },
    { [dice.pick(['@list', 'list'])]: dice.some(3, () => text) },
    { [dice.pick(['@set', 'set'])]: dice.some(3, () => (depth < 0 ? text : anyValue(dice, -1))) },
    { en: text, 'de-CH': [text, 'z'], '@none': text },
    { '@id': dice.pick(['_:x', 'urn:a']) },
  ]);
}
