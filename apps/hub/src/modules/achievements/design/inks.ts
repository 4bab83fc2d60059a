/** Cream paper and navy ink: with the two chosen inks they are all the colours a badge has. */
export const cream = '#fff8e7';
export const navy = '#1b2a5c';

type Rgb = [number, number, number];

function rgb(ink: string): Rgb {
  const value = Number.parseInt(ink.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function hex(channels: Rgb): string {
  return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

// WCAG 2.2, relative luminance
function luminance(ink: string): number {
  const [red = 0, green = 0, blue = 0] = rgb(ink).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2 contrast ratio, from 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Cream or navy, whichever reads better on this ink. */
export function readableOn(ink: string): string {
  return contrastOf(cream, ink) >= contrastOf(navy, ink) ? cream : navy;
}

function mixed(ink: string, toward: Rgb, share: number): string {
  return hex(rgb(ink).map((channel, index) => channel + ((toward[index] ?? 0) - channel) * share) as Rgb);
}

/** The ink nearest to the one given that passes: darker or lighter in steps of one hundredth. */
export function nearestInk(ink: string, passes: (candidate: string) => boolean): string | undefined {
  for (let step = 0; step <= 100; step += 1) {
    const candidates = [mixed(ink, [0, 0, 0], step / 100), mixed(ink, [255, 255, 255], step / 100)];
    const found = candidates.find(passes);
    if (found) return found;
  }
  return undefined;
}
