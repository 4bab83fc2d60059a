import { heldContexts } from '../canon/held-contexts.ts';
import { asArray, isObject, type JsonObject } from '../model/json.ts';
import type { Dice } from './dice.ts';
import { oddIri, someIri, someNumber, someText } from './odd-values.ts';

const v1 = 'https://www.w3.org/2018/credentials/v1';
const v2 = 'https://www.w3.org/ns/credentials/v2';
const ob = 'https://purl.imsglobal.org/spec/ob/v3p0';
const clr = 'https://purl.imsglobal.org/spec/clr/v2p0';

const usualContexts = [
  [v2],
  [v1],
  [v2, `${ob}/context-3.0.3.json`],
  [v2, `${ob}/context-3.0.3.json`],
  [v2, `${ob}/context-3.0.3.json`, `${ob}/extensions.json`],
  [v2, `${ob}/context-3.0.2.json`],
  [v2, `${ob}/context-3.0.1.json`],
  [v1, `${ob}/context.json`],
  [v1, `${ob}/context.json`, 'https://w3id.org/security/suites/ed25519-2020/v1'],
  [v2, `${clr}/context-2.0.1.json`, `${ob}/context-3.0.3.json`],
  [v1, `${clr}/context.json`, `${ob}/context.json`],
  [v2, 'https://www.w3.org/ns/credentials/examples/v2'],
  [v1, 'https://w3id.org/vc/status-list/2021/v1'],
  ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
];

interface Named {
  name: string;
  definition: JsonObject;
}

interface Vocabulary {
  properties: Named[];
  types: Named[];
}

/** What goes wrong in a document that is not clean, at most once in so many values. */
const rarely = 25;

/** A document over the contexts of credentials. A clean one has nothing in it that would be lost. */
export function badgeLikeDocument(dice: Dice, isClean: boolean): JsonObject {
  const urls =
    isClean || !dice.once(4) ? dice.pick(usualContexts) : dice.some(3, () => dice.pick([...heldContexts.keys()]));
  const vocabulary = vocabularyOf(urls);
  const node = nodeOf(dice, vocabulary, vocabulary, 3, isClean);
  const context = !isClean && dice.once(3) ? [...urls, oddContext(dice)] : urls;
  return { '@context': context.length === 1 && dice.once(2) ? context[0] : context, ...node };
}

function vocabularyOf(urls: readonly string[]): Vocabulary {
  const all = urls.flatMap((url) => namedIn(heldContexts.get(url)?.['@context']));
  return split(all);
}

function namedIn(context: unknown): Named[] {
  return asArray(context)
    .filter(isObject)
    .flatMap((part) => Object.entries(part))
    .filter(([name]) => !name.startsWith('@'))
    .map(([name, definition]) => ({ name, definition: isObject(definition) ? definition : { '@id': definition } }))
    .filter(({ definition }) => !String(definition['@id']).startsWith('@'));
}

function split(all: Named[]): Vocabulary {
  const isType = ({ name, definition }: Named) => /^[A-Z1]/.test(name) && !('@type' in definition);
  const isPrefix = ({ definition }: Named) => /[#/]$/.test(String(definition['@id']));
  return { types: all.filter(isType), properties: all.filter((each) => !isType(each) && !isPrefix(each)) };
}

function nodeOf(dice: Dice, general: Vocabulary, around: Vocabulary, depth: number, isClean: boolean): JsonObject {
  const types = around.types.length === 0 ? [] : dice.some(2, () => dice.pick(around.types));
  const scoped = types.flatMap(({ definition }) => namedIn(definition['@context']));
  const properties = [...around.properties, ...scoped, ...scoped, ...scoped].filter(
    ({ definition }) => !/[#/]$/.test(String(definition['@id'])),
  );
  const node: JsonObject = {};
  if (!dice.once(3)) node.id = isClean || !dice.once(rarely) ? someIri(dice) : oddIri(dice);
  if (types.length > 0) node.type = types.length === 1 && dice.once(2) ? types[0]?.name : types.map(({ name }) => name);
  for (const { name, definition } of properties.length === 0 || depth < 0
    ? []
    : dice.some(5, () => dice.pick(properties))) {
    node[name] = anyValue(dice, definition, general, depth - 1, isClean);
  }
  if (!isClean) spoil(dice, node, depth);
  // What says nothing at all may be lost.
  if (node.type === undefined) node['https://own.example/note'] = someText(dice);
  return node;
}

function anyValue(dice: Dice, definition: JsonObject, general: Vocabulary, depth: number, isClean: boolean): unknown {
  if (dice.once(4)) return dice.some(4, () => oneOf(dice, definition, general, depth, isClean));
  return oneOf(dice, definition, general, depth, isClean);
}

function oneOf(dice: Dice, definition: JsonObject, general: Vocabulary, depth: number, isClean: boolean): unknown {
  if (!isClean && dice.once(rarely)) return oddValue(dice);
  const { '@type': type, '@container': container, '@context': scoped } = definition;
  const around = split([...general.properties, ...general.types, ...(scoped === null ? [] : namedIn(scoped))]);
  if (depth > 0 ? container === '@graph' || dice.once(3) : container === '@graph' && depth > -3) {
    const node = nodeOf(dice, general, around, depth, isClean);
    return scoped === null ? { '@context': [v2], ...node } : node;
  }
  if (type === '@id') return someIri(dice);
  if (type === '@vocab') return dice.pick(['urn:a', 'https://a.example/v']);
  if (dice.once(8)) return { '@value': someText(dice), '@language': dice.pick(['en', 'de-CH', 'AR']) };
  return dice.once(6) ? dice.pick([someNumber(dice), true, false]) : someText(dice);
}

function spoil(dice: Dice, node: JsonObject, depth: number): void {
  if (dice.once(rarely))
    node[dice.pick(['unknown', '@foo', '@index', '@graph', '@included', '@nest', '@reverse', '@language', ''])] =
      oddValue(dice);
  if (dice.once(rarely))
    node[
      dice.pick([
        'urn:p',
        'https://own.example/ü',
        'cred:issuer',
        'xsd:x',
        'schema:name',
        '_:p',
        'https://schema.org/name',
      ])
    ] = someText(dice);
  if (dice.once(rarely))
    node[dice.pick(['type', '@type'])] = dice.pick<unknown>([
      [],
      null,
      'Unknown',
      '_:t',
      'urn:t',
      7,
      ['urn:t', 'urn:t'],
      ['urn:t', 'Profile'],
      '@json',
    ]);
  if (dice.once(rarely)) node['@context'] = dice.once(3) ? [v2, oddContext(dice)] : oddContext(dice);
  if (dice.once(rarely)) node['@id'] = someIri(dice);
  if (dice.once(rarely))
    for (const key of Object.keys(node))
      if (dice.once(3))
        node[key] = dice.pick([
          null,
          [node[key], node[key]],
          [[node[key]], []],
          { '@set': node[key] },
          { '@list': [node[key]] },
        ]);
  if (depth > 0 && dice.once(rarely)) node.proof = { ...node };
}

function oddValue(dice: Dice): unknown {
  const simple = (): unknown =>
    dice.pick([someText(dice), someNumber(dice), true, null, {}, [], oddIri(dice), { id: oddIri(dice) }]);
  const keys = ['@value', '@type', '@language', '@direction', '@index', '@context', 'name'];
  return dice.pick<unknown>([
    simple(),
    [simple(), simple(), simple()],
    [[simple()], simple()],
    { '@list': dice.some(3, simple) },
    { '@set': dice.some(3, simple) },
    { '@list': [dice.some(2, simple)] },
    { '@value': simple() },
    {
      '@value': someText(dice),
      '@type': dice.pick([
        'http://www.w3.org/2001/XMLSchema#double',
        'http://www.w3.org/2001/XMLSchema#string',
        'urn:t',
        'T',
        '@id',
        '@json',
        '_:t',
        'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString',
      ]),
    },
    {
      '@value': someNumber(dice),
      '@type': dice.pick([
        'http://www.w3.org/2001/XMLSchema#double',
        'http://www.w3.org/2001/XMLSchema#integer',
        'urn:t',
      ]),
    },
    { '@value': someText(dice), '@language': dice.pick(['en', 'EN', 'x y', '', null, 'en_US', 'de-1996']) },
    Object.fromEntries(dice.some(3, () => [dice.pick(keys), simple()])),
    { '@id': dice.pick(['_:x', '_:y', 'urn:a']), 'urn:p': simple() },
    { '@graph': [{ '@id': 'urn:a', 'urn:p': simple() }] },
    { en: someText(dice), '@none': someText(dice), 'de-CH': [someText(dice), null] },
  ]);
}

function oddContext(dice: Dice): unknown {
  return dice.pick<unknown>([
    {},
    null,
    'https://unknown.example/c',
    v2,
    { '@vocab': 'https://own.example/#' },
    { '@vocab': null },
    { '@vocab': 'relative' },
    { '@language': 'en' },
    { unknown: 'https://own.example/unknown', note: { '@id': 'urn:note', '@type': '@id' } },
    { ex: 'https://own.example/#', own: 'ex:own' },
    { name: 'urn:name' },
    { name: 'https://schema.org/name' },
    {
      label: {
        '@id': 'urn:label',
        '@container': dice.pick(['@language', '@list', '@set', '@graph', '@index', '@id', '@type']),
      },
    },
    { T: { '@id': 'urn:T', '@context': { inner: 'urn:inner', id: '@id' } } },
    { '@protected': true, mine: 'urn:mine' },
    { '@base': 'https://own.example/' },
    7,
  ]);
}
