import { loadFace } from './faces.ts';
import { type LaidText, layText } from './lay-text.ts';

/** The letters of ribbons: Special Gothic, narrow and bold. */
export function loadRibbonFont(): { capHeight: number; lay(word: string): LaidText | undefined } {
  const face = loadFace('ribbon');
  const [latin] = face.parts;
  if (!latin) throw new Error('The ribbon font is empty');
  return { capHeight: latin.font.capHeight / latin.font.unitsPerEm, lay: (word) => layText(face, word) };
}
