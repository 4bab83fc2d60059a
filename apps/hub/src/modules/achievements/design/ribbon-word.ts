import type { RibbonLetters } from './ribbon-letters.ts';

/** The ribbon's baseline, drawn for capitals 16 units high. */
const from = { x: 20, y: 167 };
const bend = { x: 100, y: 185 };
const to = { x: 180, y: 167 };
const widest = 138;
const size = 22.5;
const steps = 160;

const round = (value: number) => Number(value.toFixed(2));

interface Spot {
  x: number;
  y: number;
  /** Radians. */
  slope: number;
  /** Length of the curve up to here. */
  way: number;
}

function spotAt(share: number): Omit<Spot, 'way'> {
  const rest = 1 - share;
  const along = (a: number, b: number, c: number) => rest * rest * a + 2 * rest * share * b + share * share * c;
  const rise = (a: number, b: number, c: number) => 2 * rest * (b - a) + 2 * share * (c - b);
  return {
    x: along(from.x, bend.x, to.x),
    y: along(from.y, bend.y, to.y),
    slope: Math.atan2(rise(from.y, bend.y, to.y), rise(from.x, bend.x, to.x)),
  };
}

function walk(): Spot[] {
  const spots: Spot[] = [];
  for (let step = 0; step <= steps; step += 1) {
    const spot = spotAt(step / steps);
    const last = spots.at(-1);
    spots.push({ ...spot, way: last ? last.way + Math.hypot(spot.x - last.x, spot.y - last.y) : 0 });
  }
  return spots;
}

const curve = walk();
const middle = (curve.at(-1)?.way ?? 0) / 2;

function spotAfter(way: number): Spot {
  const next = curve.findIndex((spot) => spot.way >= way);
  const after = curve[Math.max(next, 1)] as Spot;
  const before = curve[Math.max(next, 1) - 1] as Spot;
  const share = (way - before.way) / (after.way - before.way);
  const between = (key: keyof Spot) => before[key] + (after[key] - before[key]) * share;
  return { x: between('x'), y: between('y'), slope: between('slope'), way };
}

/** A long word first grows narrower by a tenth, then smaller. */
function fit(width: number): { size: number; squeeze: number } {
  const share = widest / width;
  if (share >= 1) return { size, squeeze: 1 };
  const squeeze = Math.max(share, 0.9);
  return { size: (size * share) / squeeze, squeeze };
}

/** The word as one path along the ribbon; undefined when the letters lack one of its characters. */
export function ribbonWord(word: string, letters: RibbonLetters): string | undefined {
  const laid = letters.lay(word);
  if (!laid) return undefined;
  const fitted = fit(laid.width * size);
  const lift = ((size - fitted.size) * letters.capHeight) / 2;
  const start = middle - (laid.width * fitted.size * fitted.squeeze) / 2;

  return laid.letters
    .map((letter) => {
      const centre = (letter.x + letter.width / 2) * fitted.size * fitted.squeeze;
      const spot = spotAfter(start + centre);
      const [cos, sin] = [Math.cos(spot.slope), Math.sin(spot.slope)];
      const place = (x: number, y: number) => {
        const right = (x - letter.width / 2) * fitted.size * fitted.squeeze;
        const down = -y * fitted.size - lift;
        return `${round(spot.x + right * cos - down * sin)} ${round(spot.y + right * sin + down * cos)}`;
      };
      return letter.draw(place);
    })
    .join('');
}

/** Where text that has no outlines is set by the viewer's own fonts. */
export const ribbonBaseline = `M${from.x} ${from.y}Q${bend.x} ${bend.y} ${to.x} ${to.y}`;

/** Size at which a word of unknown letters surely fits: a wide character is as wide as it is high. */
export function sizeOfUnknown(word: string): number {
  const ems = [...word].reduce((sum, letter) => sum + (/[\u1100-\u{10ffff}]/u.test(letter) ? 1 : 0.55), 0);
  return round(Math.min(size, widest / Math.max(ems, 1)));
}
