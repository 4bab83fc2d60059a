import { type BadgeDesign, grounds, shapes } from './badge-design.ts';
import { iconNames } from './icons.ts';
import { palettes } from './palettes.ts';

/** Mulberry32 over FNV-1a: the same name, the same dice. */
function dice(seed: string): (sides: number) => number {
  let state = 0x811c9dc5;
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

const segments = new Intl.Segmenter('en', { granularity: 'word' });

/** The longest word that fits on a ribbon without shrinking much. */
function wordOf(name: string): string | undefined {
  const words = [...segments.segment(name)].filter((part) => part.isWordLike).map((part) => part.segment);
  const fitting = words.filter((word) => word.length <= 12).sort((one, other) => other.length - one.length);
  const [longest] = fitting;
  return longest && longest.slice(0, 1).toUpperCase() + longest.slice(1);
}

/** A pleasant first design for a name: always the same for the same name, always readable. */
export function designFromSeed(name: string): BadgeDesign {
  const roll = dice(name);
  const pick = <T>(list: readonly [T, ...T[]] | readonly T[]): T => list[roll(list.length)] as T;
  const { primary, secondary } = pick(palettes);
  const ribbon = wordOf(name);
  return {
    shape: pick(shapes),
    ground: pick(grounds),
    icon: pick(iconNames),
    primary,
    secondary,
    ...(ribbon ? { ribbon } : {}),
  };
}
