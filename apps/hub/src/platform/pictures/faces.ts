import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Font } from 'fontkit';
import { createFont } from './font-kit.ts';
import { machineFont } from './machine-fonts.ts';
import { staticFont } from './static-font.ts';

/** The product's type, as fixed points of its variable fonts (DESIGN.md, tokens). */
const designs = {
  ribbon: { family: 'special-gothic', slant: 'standard-normal', axes: { wght: 640, wdth: 84 } },
  poster: { family: 'special-gothic', slant: 'standard-normal', axes: { wght: 640, wdth: 78 } },
  label: { family: 'special-gothic', slant: 'standard-normal', axes: { wght: 420, wdth: 100 } },
  strong: { family: 'special-gothic', slant: 'standard-normal', axes: { wght: 640, wdth: 100 } },
  text: { family: 'newsreader', slant: 'opsz-normal', axes: { wght: 400, opsz: 24 } },
  italic: { family: 'newsreader', slant: 'opsz-italic', axes: { wght: 400, opsz: 16 } },
} as const;

export type FaceName = keyof typeof designs;

/** Latin first, then the rest of Latin: fonts are cut along Unicode ranges. */
export interface Face {
  name: FaceName;
  parts: { id: string; bytes: Buffer; font: Font }[];
}

const require = createRequire(import.meta.url);
const loaded = new Map<FaceName, Face>();

/** Unpacked once per process, about a tenth of a second each. */
export function loadFace(name: FaceName): Face {
  const before = loaded.get(name);
  if (before) return before;
  const { family, slant, axes } = designs[name];
  const parts = ['latin', 'latin-ext'].map((range) => {
    const path = require.resolve(`@fontsource-variable/${family}/files/${family}-${range}-${slant}.woff2`);
    const id = `${family}-${name}-${range}`;
    const bytes = staticFont(readFileSync(path), axes, id);
    return { id, bytes, font: createFont(bytes) };
  });
  const face = { name, parts };
  loaded.set(name, face);
  return face;
}

/** The face, or where it lacks letters of this text a font of the machine that has them all. */
export function faceFor(name: FaceName, text: string): Face {
  const face = loadFace(name);
  const has = (letter: string) => face.parts.some(({ font }) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
  if ([...text.normalize('NFC')].every(has)) return face;
  const found = machineFont(text.normalize('NFC'));
  return found ? { name, parts: [found] } : face;
}
