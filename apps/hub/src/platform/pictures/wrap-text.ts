import type { Face } from './faces.ts';
import { layText } from './lay-text.ts';

const breaks = new Intl.Segmenter('en', { granularity: 'word' });
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Width in ems; of letters the face lacks it is an estimate: a wide character is as wide as it is high. */
export function widthOf(face: Face, text: string): number {
  const laid = layText(face, text);
  if (laid) return laid.width;
  return [...text].reduce((sum, letter) => sum + (/[\u1100-\u{10ffff}]/u.test(letter) ? 1 : 0.56), 0);
}

/** Pieces at whose ends a line may break: words with the space after them, and single signs of Chinese or Japanese. */
function pieces(text: string): string[] {
  const found: string[] = [];
  for (const { segment } of breaks.segment(text)) {
    const last = found.at(-1);
    const joins = last !== undefined && !/\s$/.test(last) && !/[\u2e80-\u9fff\uac00-\ud7af]/.test(segment + last);
    if (joins || /^\s+$/.test(segment)) found[found.length - 1] = (last ?? '') + segment;
    else found.push(segment);
  }
  return found;
}

function broken(face: Face, piece: string, most: number): string[] {
  if (widthOf(face, piece.trim()) <= most) return [piece];
  const parts = [''];
  for (const { segment } of letters.segment(piece)) {
    const grown = (parts.at(-1) ?? '') + segment;
    if (widthOf(face, grown) <= most || grown === segment) parts[parts.length - 1] = grown;
    else parts.push(segment);
  }
  return parts;
}

function linesOf(face: Face, text: string, most: number): string[] {
  const lines: string[] = [];
  for (const piece of pieces(text).flatMap((part) => broken(face, part, most))) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(face, (last + piece).trimEnd()) <= most) lines[lines.length - 1] = last + piece;
    else lines.push(piece);
  }
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

export interface Room {
  width: number;
  /** Sizes tried from the largest to the smallest, until the lines fit. */
  size: number;
  smallest: number;
  lines: number;
}

export interface Wrapped {
  lines: string[];
  size: number;
}

/** Characters of a text that are looked at: no room here holds more. */
const longest = 800;

// Control characters, lone surrogates and direction overrides draw nothing; some of them break XML.
const unseen = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/** Wraps the text into the room, smaller where it is long, and with an ellipsis where even that does not do. */
export function wrapText(face: Face, text: string, { width, size, smallest, lines }: Room): Wrapped {
  const words = text.normalize('NFC').replace(/\s+/gu, ' ').replace(unseen, '').trim().slice(0, longest);
  for (let tried = size; tried > smallest; tried *= 0.94) {
    const found = linesOf(face, words, width / tried);
    if (found.length <= lines) return { lines: found, size: tried };
  }
  const found = linesOf(face, words, width / smallest);
  if (found.length <= lines) return { lines: found, size: smallest };
  const kept = found.slice(0, lines);
  return { lines: [...kept.slice(0, -1), shortened(face, kept.at(-1) ?? '', width / smallest)], size: smallest };
}

function shortened(face: Face, line: string, most: number): string {
  const signs = [...letters.segment(line)].map(({ segment }) => segment);
  while (signs.length > 1 && widthOf(face, `${signs.join('')}…`) > most) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}
