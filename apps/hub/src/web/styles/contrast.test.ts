import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

type Theme = 'light' | 'dark';
type Rgb = [number, number, number];

const text = ['ink', 'ink-soft', 'ink-faint', 'accent'];
const grounds = ['paper', 'wall', 'mount'];
const pairs: [string, string, number][] = [
  ...text.flatMap((ink) => grounds.map((ground): [string, string, number] => [ink, ground, 4.5])),
  ...['yellow', 'rose', 'blue'].flatMap((note): [string, string, number][] => [
    ['note-ink', `note-${note}`, 4.5],
    ['note-soft', `note-${note}`, 4.5],
  ]),
  ...['yes', 'warn', 'no', 'unknown'].flatMap((verdict): [string, string, number][] => [
    [verdict, `${verdict}-wash`, 4.5],
    [verdict, 'paper', 4.5],
    ['ink', `${verdict}-wash`, 4.5],
    ['accent', `${verdict}-wash`, 4.5],
    ['paper', verdict, 4.5],
  ]),
  ['paper', 'ink', 4.5],
  ['accent-ink', 'accent', 4.5],
  ['rule-field', 'mount', 3],
  ['rule-field', 'paper', 3],
];

describe.each<Theme>(['light', 'dark'])('in the %s theme', (theme) => {
  it.each(pairs)('%s can be read on %s', (ink, ground, least) => {
    expect(contrast(token(ink, theme), token(ground, theme))).toBeGreaterThanOrEqual(least);
  });
});

it('measures black on white as the standard does', () => {
  expect(contrast([0, 0, 0], [1, 1, 1])).toBeCloseTo(21, 5);
});

function token(name: string, theme: Theme): Rgb {
  const value = css.match(new RegExp(`--${name}:\\s*([^;]+);`))?.[1] ?? '';
  const colours = [...value.matchAll(/oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)/g)];
  const [, lightness, chroma, hue] = colours[theme === 'dark' ? colours.length - 1 : 0] ?? [];
  if (lightness === undefined) throw new Error(`--${name} is not a plain colour`);
  return linearSrgb(Number(lightness) / 100, Number(chroma), Number(hue));
}

/** CSS Color 4 §18: OKLCH to linear-light sRGB, clipped to what a screen shows. */
function linearSrgb(lightness: number, chroma: number, hue: number): Rgb {
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const rgb: Rgb = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return rgb.map((part) => Math.min(1, Math.max(0, part))) as Rgb;
}

/** WCAG 2.2, contrast ratio. */
function contrast(one: Rgb, other: Rgb): number {
  const [darker = 0, lighter = 0] = [one, other]
    .map(([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b)
    .sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}
