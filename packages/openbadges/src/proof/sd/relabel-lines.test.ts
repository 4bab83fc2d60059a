import { describe, expect, it } from 'vitest';
import { relabelLines } from './relabel-lines.ts';

const labels = new Map([
  [0, 'uZero'],
  [1, 'uOne'],
]);

describe('canonical N-Quads under the labels they were signed with', () => {
  it.each([
    ['_:c14n0 <urn:p> _:c14n1 .', '_:uZero <urn:p> _:uOne .'],
    ['_:c14n0 <urn:p> _:c14n0 _:c14n1 .', '_:uZero <urn:p> _:uZero _:uOne .'],
    ['_:c14n0 <urn:p> "_:c14n1" _:c14n1 .', '_:uZero <urn:p> "_:c14n1" _:uOne .'],
    ['_:c14n0 <urn:p> "a _:c14n1 b" _:c14n1 .', '_:uZero <urn:p> "a _:c14n1 b" _:uOne .'],
    ['_:c14n0 <urn:p> " _:c14n1 ."@en _:c14n1 .', '_:uZero <urn:p> " _:c14n1 ."@en _:uOne .'],
    ['_:c14n0 <urn:p> _:c14n1 <urn:g> .', '_:uZero <urn:p> _:uOne <urn:g> .'],
    ['<urn:s> <urn:p> _:c14n0 _:c14n1 .', '<urn:s> <urn:p> _:uZero _:uOne .'],
  ])('%s becomes %s', (line, expected) => {
    expect(relabelLines(`${line}\n`, labels)).toEqual([`${expected}\n`]);
  });

  it('are sorted by their new labels', () => {
    const lines = relabelLines('_:c14n0 <urn:p> "a" .\n_:c14n1 <urn:p> "b" .\n', labels);

    expect(lines).toEqual(['_:uOne <urn:p> "b" .\n', '_:uZero <urn:p> "a" .\n']);
  });

  it('keep what only looks like a label', () => {
    const line = '<urn:s> <urn:p> "_:c14n0 _:c14n1 ." .\n';

    expect(relabelLines(line, new Map())).toEqual([line]);
  });

  it.each([
    ['one is missing', new Map([[0, 'uZero']])],
    ['one is too many', new Map([...labels, [2, 'uTwo']])],
    [
      'one is for a node that is not there',
      new Map([
        [0, 'uZero'],
        [2, 'uTwo'],
      ]),
    ],
    [
      'two are the same',
      new Map([
        [0, 'uZero'],
        [1, 'uZero'],
      ]),
    ],
  ])('are none when %s', (_, given) => {
    expect(relabelLines('_:c14n0 <urn:p> _:c14n1 .\n', given)).toBeUndefined();
  });
});
