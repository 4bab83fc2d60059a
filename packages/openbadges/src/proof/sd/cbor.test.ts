import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCbor } from './decode-cbor.ts';
import { type Cbor, encodeCbor } from './encode-cbor.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));

/** RFC 8949, appendix A: the examples of the kinds there are in a proof. */
const examples: [Cbor, string][] = [
  [0, '00'],
  [23, '17'],
  [24, '1818'],
  [100, '1864'],
  [1000, '1903e8'],
  [1000000, '1a000f4240'],
  [4294967295, '1affffffff'],
  [new Uint8Array(0), '40'],
  [bytes('01020304'), '4401020304'],
  ['', '60'],
  ['IETF', '6449455446'],
  ['ü', '62c3bc'],
  ['水', '63e6b0b4'],
  [[], '80'],
  [[1, [2, 3], [4, 5]], '8301820203820405'],
  [Array.from({ length: 25 }, (_, i) => i + 1), '98190102030405060708090a0b0c0d0e0f101112131415161718181819'],
  [new Map(), 'a0'],
  [
    new Map([
      [1, 2],
      [3, 4],
    ]),
    'a201020304',
  ],
];

describe('CBOR of proofs', () => {
  it.each(examples)('%j is %s, and back', (value, encoded) => {
    expect(hex(encodeCbor(value))).toBe(encoded);
    expect(decodeCbor(bytes(encoded))).toEqual(value);
  });

  it('has the keys of a map in their order, however it was filled', () => {
    const map = new Map<number, Cbor>([
      [300, 'c'],
      [0, 'a'],
      [24, 'b'],
    ]);

    expect(hex(encodeCbor(map))).toBe('a30061611818616219012c6163');
  });

  it('comes back as it was, whatever it is', () => {
    const { value } = fc.letrec<{ value: Cbor }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 2 },
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        fc.string({ unit: 'binary' }),
        fc.uint8Array({ maxLength: 300 }),
        fc.array(tie('value'), { maxLength: 40 }),
        fc.array(fc.tuple(fc.nat(), tie('value')), { maxLength: 30 }).map((entries) => new Map(entries)),
      ),
    }));

    fc.assert(
      fc.property(value, (each) => {
        expect(decodeCbor(encodeCbor(each))).toEqual(each);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['nothing', ''],
    ['something after the end', '0000'],
    ['a number cut off', '19'],
    ['a number longer than needed', '1817'],
    ['a number longer than needed, in two bytes', '1900ff'],
    ['a number longer than needed, in four', '1a0000ffff'],
    ['a number of eight bytes', '1b0000000100000000'],
    ['a negative number', '20'],
    ['a reserved length', '1c'],
    ['bytes cut off', '4401'],
    ['bytes of unknown length', '5f4101ff'],
    ['a text that is no UTF-8', '61ff'],
    ['a text of half a surrogate', '63eda080'],
    ['a text of unknown length', '7f6161ff'],
    ['an array cut off', '8201'],
    ['an array that claims four thousand million items', '9affffffff00'],
    ['an array of unknown length', '9f01ff'],
    ['arrays in arrays without end', '81'.repeat(100)],
    ['a map that claims four thousand million entries', 'baffffffff0000'],
    ['a map cut off', 'a101'],
    ['a map of unknown length', 'bf0102ff'],
    ['a key twice', 'a201020103'],
    ['a text as key', 'a1616101'],
    ['a tag', 'd84043010203'],
    ['true', 'f5'],
    ['null', 'f6'],
    ['a float', 'fb3ff199999999999a'],
    ['a break alone', 'ff'],
  ])('refuses %s', (_, encoded) => {
    expect(() => decodeCbor(bytes(encoded))).toThrow(expect.objectContaining({ code: 'encoding.invalid' }));
  });

  it('reads any bytes as a value that is written as the same bytes, or refuses them by name', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (input) => {
        let value: Cbor;
        try {
          value = decodeCbor(input);
        } catch (error) {
          expect(error).toMatchObject({ code: 'encoding.invalid' });
          return;
        }
        expect(encodeCbor(value).length).toBe(input.length);
        expect(decodeCbor(encodeCbor(value))).toEqual(value);
      }),
      { numRuns: 2000 },
    );
  });
});
