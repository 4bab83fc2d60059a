import { describe, expect, it } from 'vitest';
import { designAsTyped, pressed, readTyped, rowsAgain, withoutEmptyRows, writeTyped } from './form-model.ts';
import { readTags, writeTags } from './tags-model.ts';

describe('what is typed into the editor', () => {
  it('comes back under the same names', () => {
    const values = { name: 'Ferry', 'criteria.0': 'Row', 'criteria.1': 'Dock', 'alignments.0.targetName': 'ESCO' };

    const written = Object.fromEntries(writeTyped(readTyped(values)));

    expect(written).toMatchObject(values);
  });

  it('keeps its order when numbers are missing or not in order', () => {
    const typed = readTyped({ 'criteria.10': 'third', 'criteria.2': 'first', 'criteria.7': 'second' });

    expect(typed.criteria).toEqual(['first', 'second', 'third']);
  });

  it('takes no more rows than anybody reads', () => {
    const many = Object.fromEntries(Array.from({ length: 900 }, (_, index) => [`criteria.${index}`, `${index}`]));

    expect(readTyped(many).criteria).toHaveLength(40);
  });

  it('takes the first of a field that came twice', () => {
    expect(readTyped({ name: ['one', 'two'] }).name).toBe('one');
  });
});

describe('the buttons of rows', () => {
  const typed = readTyped({ name: 'Kept', 'criteria.0': 'a', 'criteria.1': 'b', 'criteria.2': 'c' });

  it.each([
    ['add.criteria', ['a', 'b', 'c', '']],
    ['remove.criteria.1', ['a', 'c']],
    ['up.criteria.2', ['a', 'c', 'b']],
    ['down.criteria.0', ['b', 'a', 'c']],
    ['up.criteria.0', ['a', 'b', 'c']],
    ['down.criteria.2', ['a', 'b', 'c']],
    ['remove.criteria.9', ['a', 'b', 'c']],
    ['remove.criteria', ['a', 'b', 'c']],
    ['remove.criteria.-1', ['a', 'b', 'c']],
    ['constructor.criteria.1', ['a', 'b', 'c']],
  ])('%s', (button, criteria) => {
    const after = pressed(typed, button);

    expect(after).toMatchObject({ name: 'Kept', criteria });
  });

  it('add an alignment with every field empty', () => {
    expect(pressed(typed, 'add.alignments').alignments).toEqual([
      expect.objectContaining({ targetName: '', targetUrl: '' }),
    ]);
  });

  it('take over an ink that mends the contrast, and leave the palette for it', () => {
    const withPalette = readTyped({ palette: 'navy-red', primary: '#000000', secondary: '#000000' });

    const after = pressed(withPalette, 'ink.secondary.#ffcc00');

    expect(after).toMatchObject({ palette: 'own', primary: '#1b2a5c', secondary: '#ffcc00' });
  });

  it('take no ink that is none', () => {
    expect(pressed(typed, 'ink.primary.url(#x)')).toEqual(typed);
  });
});

it('drops rows in which nothing stands', () => {
  const typed = readTyped({ 'criteria.0': ' ', 'criteria.1': 'b', 'alignments.0.targetCode': '\t' });

  expect(withoutEmptyRows(typed)).toMatchObject({ criteria: ['b'], alignments: [] });
});

it('gives back two empty rows to who had them, and not a row that was removed', () => {
  const criteriaOf = (...rows: string[]) =>
    rowsAgain(readTyped(Object.fromEntries(rows.map((text, index) => [`criteria.${index}`, text])))).criteria;

  expect(criteriaOf('', '')).toEqual(['', '']);
  expect(criteriaOf('', 'b')).toEqual(['b', '']);
  expect(criteriaOf('', 'b', '', 'd')).toEqual(['b', 'd']);
  expect(criteriaOf('')).toEqual(['']);
});

it('draws with the palette, and with own inks only when they are chosen', () => {
  const inks = { primary: '#111111', secondary: '#eeeeee' };

  expect(designAsTyped({ palette: 'navy-red', ...inks })).toMatchObject({ primary: '#1b2a5c', secondary: '#d23921' });
  expect(designAsTyped({ palette: 'own', ...inks })).toMatchObject(inks);
});

describe('tags', () => {
  it.each([
    ['listening, archives', ['listening', 'archives']],
    ['listening\narchives,, ', ['listening', 'archives']],
    ['"food, drink", sea', ['food, drink', 'sea']],
    ['مكتبة، أرشيف', ['مكتبة', 'أرشيف']],
    ['Sea, sea,SEA', ['Sea']],
    ['an "odd quote, here', ['an', 'odd quote', 'here']],
    ['', []],
  ])('%j', (text, tags) => {
    expect(readTags(text)).toEqual(tags);
  });

  it('that have a comma themselves survive being written and read', () => {
    const tags = ['food, drink', 'sea'];

    expect(readTags(writeTags(tags))).toEqual(tags);
  });
});
