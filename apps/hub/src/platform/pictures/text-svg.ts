import type { Face } from './faces.ts';
import { layText } from './lay-text.ts';

const round = (value: number) => Number(value.toFixed(2));
const escapeXml = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** One line at a baseline, as outlines; letters the face lacks are left to the fonts of the machine. */
export function lineSvg(face: Face, text: string, at: { x: number; y: number; size: number; fill: string }): string {
  const laid = layText(face, text);
  if (laid) {
    const path = laid.letters
      .map((letter) => letter.draw((x, y) => `${round(at.x + (letter.x + x) * at.size)} ${round(at.y - y * at.size)}`))
      .join('');
    return path ? `<path d="${path}" fill="${at.fill}"/>` : '';
  }
  return (
    `<text x="${round(at.x)}" y="${round(at.y)}" font-size="${round(at.size * 0.92)}" font-weight="700" fill="${at.fill}" ` +
    `font-family="Noto Sans, DejaVu Sans, Arial, sans-serif">${escapeXml(text)}</text>`
  );
}
