import { createRequire } from 'node:module';
import type { Font } from 'fontkit';

const require = createRequire(import.meta.url);

/** Loads the library with the first font: it is large, and a start does not draw. */
export function createFont(bytes: Uint8Array): Font {
  const { create }: typeof import('fontkit') = require('fontkit');
  return create(bytes);
}
