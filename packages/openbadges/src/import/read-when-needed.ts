import { nothingRead } from './nothing-read.ts';
import { type Containers, type ReadingHints, readAny } from './read-any.ts';
import type { Reading } from './reading.ts';

/** What `readBadge` says; the code for PDF, ZIP, SVG and pages is loaded only when there is one. */
export async function readWhenNeeded(input: Uint8Array | string, hints: ReadingHints = {}): Promise<Reading> {
  let isNeeded = false;
  const notHere = () => {
    isNeeded = true;
    return nothingRead('import.not-understood');
  };
  const reading = readAny(input, hints, { pdf: notHere, zip: notHere, markup: notHere } satisfies Containers);
  if (!isNeeded) return reading;
  // Loading takes a moment in which a caller could change the bytes.
  const kept = typeof input === 'string' ? input : input.slice();
  const { readBadge } = await import('../verify/seldom.ts');
  return readBadge(kept, hints);
}
