import { describe, expect, it } from 'vitest';
import { hasPointer, memberOf, parseJsonPointer } from '../../model/json-pointer.ts';
import { selectPointers } from './select-pointers.ts';

const document = {
  '@context': 'https://www.w3.org/ns/credentials/v2',
  id: 'urn:1',
  type: ['VerifiableCredential'],
  issuer: { id: 'urn:2', type: ['Profile'], name: 'A school', address: { city: 'Ulm', street: 'Long' } },
  items: [{ type: ['A'], value: 1 }, 'two', { '@context': {}, id: '_:three', value: 3, more: [0, 1, 2] }],
};

describe('JSON pointers (RFC 6901 §5)', () => {
  const example = {
    foo: ['bar', 'baz'],
    '': 0,
    'a/b': 1,
    'c%d': 2,
    'e^f': 3,
    'g|h': 4,
    'i\\j': 5,
    'k"l': 6,
    ' ': 7,
    'm~n': 8,
  };

  it.each<[string, unknown]>([
    ['', example],
    ['/foo', ['bar', 'baz']],
    ['/foo/0', 'bar'],
    ['/', 0],
    ['/a~1b', 1],
    ['/c%d', 2],
    ['/e^f', 3],
    ['/g|h', 4],
    ['/i\\j', 5],
    ['/k"l', 6],
    ['/ ', 7],
    ['/m~0n', 8],
  ])('%j points where the standard says', (pointer, value) => {
    expect(parseJsonPointer(pointer).reduce(memberOf, example as unknown)).toEqual(value);
  });

  it.each([
    '/foo/2',
    '/foo/01',
    '/foo/-',
    '/foo/1e0',
    '/foo/length',
    '/bar',
    '/__proto__',
    '/toString',
    '/foo/0/0',
    '//',
  ])('%j points at nothing', (pointer) => {
    expect(hasPointer(example, pointer)).toBe(false);
  });

  it('undoes escapes in one go', () => {
    expect(parseJsonPointer('/~01/~10')).toEqual(['~1', '/0']);
  });
});

describe('a selection', () => {
  it('has what was pointed at, and what each object on the way is', () => {
    const selection = selectPointers(document, ['/issuer/address/city', '/items/2/more/1']);

    expect(selection?.document).toEqual({
      '@context': document['@context'],
      id: 'urn:1',
      type: ['VerifiableCredential'],
      issuer: { id: 'urn:2', type: ['Profile'], address: { city: 'Ulm' } },
      items: [{ '@context': {}, id: '_:three', more: [1] }],
    });
  });

  it('has a text with its language, whichever of the two is pointed at', () => {
    const name = { '@value': 'Ein Abzeichen', '@language': 'de' };

    expect(selectPointers({ ...document, name }, ['/name/@value'])?.document.name).toEqual(name);
  });

  it('says of what each part is a part', () => {
    const { document: part, sources } = selectPointers(document, ['/issuer/name']) ?? expect.fail();

    expect(sources.get(part)).toBe(document);
    expect(sources.get(part.issuer as typeof document)).toBe(document.issuer);
    expect(sources.size).toBe(2);
  });

  it.each([[['/issuer', '/issuer/name']], [['/issuer/name', '/issuer']], [['/issuer', '/issuer']]])(
    'of %j is the whole issuer, itself',
    (pointers) => {
      expect(selectPointers(document, pointers)?.document.issuer).toBe(document.issuer);
    },
  );

  it('has items in the order of the document, not of the pointers', () => {
    const selection = selectPointers(document, ['/items/1', '/items/0/value']);

    expect(selection?.document.items).toEqual([{ type: ['A'], value: 1 }, 'two']);
  });

  it('of everything is the document itself', () => {
    expect(selectPointers(document, ['/id', ''])?.document).toBe(document);
  });

  it('of nothing is none', () => {
    expect(selectPointers(document, [])).toBeUndefined();
  });
});
