import type { Glyph } from 'fontkit';
import type { Face } from './faces.ts';
import { visualRuns } from './visual-runs.ts';

/** One glyph of a line; lengths in ems, y upwards. */
export interface LaidGlyph {
  x: number;
  width: number;
  draw(place: (x: number, y: number) => string): string;
}

export interface LaidText {
  letters: LaidGlyph[];
  width: number;
}

type Part = Face['parts'][number];

function partsOf(face: Face, run: string): { text: string; part: Part }[] | undefined {
  const runs: { text: string; part: Part }[] = [];
  for (const letter of run) {
    const has = (part: Part) => part.font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0);
    const last = runs.at(-1);
    if (last && has(last.part)) last.text += letter;
    else {
      const part = face.parts.find(has);
      if (!part) return undefined;
      runs.push({ text: letter, part });
    }
  }
  return runs;
}

/** One line from left to right, each run with the part of the face that has its letters; undefined when none has. */
export function splitByPart(face: Face, text: string): { text: string; part: Part }[] | undefined {
  const runs = visualRuns(text.normalize('NFC')).map((run) => partsOf(face, run));
  return runs.every((run) => run !== undefined) ? runs.flat() : undefined;
}

const signs = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' } as const;

function drawGlyph(glyph: Glyph, em: number, x: number, y: number, place: (x: number, y: number) => string): string {
  return glyph.path.commands
    .map(({ command, args }) => {
      const points: string[] = [];
      for (let at = 0; at < args.length; at += 2)
        points.push(place(((args[at] ?? 0) + x) / em, ((args[at + 1] ?? 0) + y) / em));
      return signs[command] + points.join(' ');
    })
    .join('');
}

/** The text as outlines in one line; undefined when the face lacks a character. */
export function layText(face: Face, text: string): LaidText | undefined {
  const runs = splitByPart(face, text);
  if (!runs) return undefined;
  const letters: LaidGlyph[] = [];
  let pen = 0;
  for (const { text: words, part } of runs) {
    const run = part.font.layout(words);
    const em = part.font.unitsPerEm;
    run.glyphs.forEach((glyph, index) => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = run.positions[index] ?? {};
      const width = xAdvance / em;
      letters.push({ x: pen, width, draw: (place) => drawGlyph(glyph, em, xOffset, yOffset, place) });
      pen += width;
    });
  }
  return { letters, width: pen };
}
