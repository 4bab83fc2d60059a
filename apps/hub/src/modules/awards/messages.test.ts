import { readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { expect, it } from 'vitest';
import { repositoryPath } from '../../platform/paths.ts';

const said: Record<string, string> = JSON.parse(
  readFileSync(repositoryPath('apps/hub/messages/en/awards.json'), 'utf8'),
);

it('says every sentence about awards without a slip in its grammar', () => {
  const broken = Object.entries(said).filter(([, text]) => {
    try {
      new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true });
      return false;
    } catch (error) {
      if (error instanceof SyntaxError) return true;
      throw error;
    }
  });

  expect(broken).toEqual([]);
});

it.each([
  [0, 0, 'Nobody is ready'],
  [1, 0, 'One is ready'],
  [2, 0, 'Both are ready'],
  [997, 0, 'All 997 are ready'],
  [996, 2, '996 are ready, two are not'],
  [1, 1, 'One is ready, one is not'],
  [0, 3, 'None is ready, three are not'],
  [5000, 13, '5,000 are ready, 13 are not'],
])('says how many are ready: %i and %i', (ready, bad, sentence) => {
  expect(new IntlMessageFormat(said['awards.preview.heading'] ?? '', 'en').format({ ready, bad })).toBe(sentence);
});
