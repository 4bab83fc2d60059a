import type { Dice } from './dice.ts';

const longest = 256 * 1024;

/** Text as words, runs of space, and single marks. */
const token = /[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu;

/**
 * A copy with one to eight edits of whole tokens: taken out, doubled, swapped, moved from another sample, nested many
 * times over, or replaced by a word that means something to the parser.
 */
export function mutateText(sample: string, dice: Dice, others: readonly string[], words: readonly string[]): string {
  const tokens: string[] = sample.match(token) ?? [];
  for (let left = 1 + dice.below(8); left > 0; left -= 1) edit(tokens, dice, others, words);
  return tokens.join('').slice(0, longest);
}

function edit(tokens: string[], dice: Dice, others: readonly string[], words: readonly string[]): void {
  const at = dice.below(tokens.length + 1);
  const kind = dice.below(9);
  if (kind === 0) tokens.splice(at, 1 + dice.below(4));
  else if (kind === 1) tokens.splice(at, 0, ...tokens.slice(at, at + 1 + dice.below(12)));
  else if (kind === 2) tokens.splice(at, 1, dice.pick(words));
  else if (kind === 3) tokens.splice(at, 0, dice.pick(words));
  else if (kind === 4) tokens.splice(at, tokens.length);
  else if (kind === 5) tokens.splice(at, 0, pieceOf(dice.pick(others), dice));
  else if (kind === 6) swap(tokens, at, dice.below(tokens.length + 1));
  else if (kind === 7) tokens.splice(at, 1, changed(tokens[at] ?? '', dice));
  else tokens.splice(at, 0, dice.pick(words).repeat(dice.once(10) ? 1 + dice.below(3_000) : 1 + dice.below(20)));
}

function pieceOf(other: string, dice: Dice): string {
  const from = dice.below(other.length);
  return other.slice(from, from + 1 + dice.below(400));
}

function swap(tokens: string[], a: number, b: number): void {
  const [first, second] = [tokens[a], tokens[b]];
  if (first === undefined || second === undefined) return;
  tokens[a] = second;
  tokens[b] = first;
}

function changed(word: string, dice: Dice): string {
  const at = dice.below(word.length + 1);
  const letter = String.fromCodePoint(
    dice.pick([0, 9, 10, 0x22, 0x26, 0x3c, 0x80, 0x2028, 0xd800, 0xfeff, 0xffff, 0x1f600, dice.below(128)]),
  );
  return word.slice(0, at) + letter + word.slice(at + dice.below(2));
}
