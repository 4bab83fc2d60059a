import { expect, it } from 'vitest';
import { firstWords } from './first-words.ts';

it('says the beginning of a text in one line, without the signs of Markdown', () => {
  const text = '# Who we are\n\nWe **lend** [tools](https://tools.example).\n\n- one\n2. two';

  expect(firstWords(text)).toBe('Who we are We lend tools. · one · two');
});

it('cuts long texts between words, and texts without spaces anywhere', () => {
  const cut = firstWords('word '.repeat(100));

  expect(cut).toMatch(/^(word ){31}…$|^(word ){32}…$/);
  expect(firstWords('図'.repeat(300))).toBe(`${'図'.repeat(160)} …`);
});
