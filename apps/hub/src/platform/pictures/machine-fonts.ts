import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Font } from 'fontkit';
import { createFont } from './font-kit.ts';

const folders = [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  join(homedir(), '.local/share/fonts'),
  '/Library/Fonts',
  '/System/Library/Fonts/Supplemental',
  'C:\\Windows\\Fonts',
];

/** So many fonts are opened for one text before it is given up. */
const mostTried = 60;

let files: string[] | undefined;

function filesIn(folder: string, depth: number): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return depth > 0 ? filesIn(path, depth - 1) : [];
      return /\.(ttf|otf)$/i.test(entry.name) ? [path] : [];
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error) return [];
    throw error;
  }
}

/** Sans serif before serif, regular before the rest. */
function rank(path: string): number {
  const plain = /bold|italic|oblique|mono|serif|thin|light|black|emoji/i.test(path) ? 4 : 0;
  return plain + (/noto\s*sans/i.test(path) ? 0 : /dejavu\s*sans|arial/i.test(path) ? 1 : 2);
}

function candidates(): string[] {
  files ??= folders.flatMap((folder) => filesIn(folder, 3)).sort((one, other) => rank(one) - rank(other));
  return files;
}

interface OpenFont {
  bytes: Buffer;
  font: Font;
}

const seen = new Map<string, OpenFont | undefined>();

function opened(path: string): OpenFont | undefined {
  if (!seen.has(path)) seen.set(path, open(path));
  return seen.get(path);
}

function open(path: string): OpenFont | undefined {
  const bytes = readFileSync(path);
  try {
    return { bytes, font: createFont(bytes) };
  } catch {
    // A font file that fontkit cannot read is no font for us; the next one is tried.
    return undefined;
  }
}

/**
 * A font of this machine that has all the letters of the text: the product's own fonts are Latin only.
 * Undefined where there is none, as on a bare server.
 */
export function machineFont(text: string): (OpenFont & { id: string }) | undefined {
  const letters = [...text].filter((letter) => !/\s/.test(letter)).map((letter) => letter.codePointAt(0) ?? 0);
  for (const path of candidates().slice(0, mostTried)) {
    const found = opened(path);
    if (found && letters.every((letter) => found.font.hasGlyphForCodePoint(letter))) return { id: path, ...found };
  }
  return undefined;
}
