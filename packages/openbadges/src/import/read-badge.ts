import { type ReadingHints, readAny } from './read-any.ts';
import { readPdf } from './read-pdf.ts';
import { readZip } from './read-zip.ts';
import type { Reading } from './reading.ts';
import { readMarkup } from './text/read-markup.ts';

/**
 * Finds all badges in what somebody brought: PNG, SVG, JSON, compact JWS, address, PDF, web page, `data:` URI, lists of
 * these, or a ZIP of them. Nothing is verified and nothing is fetched. Bytes decide what it is; the hints only name it
 * in a problem.
 */
export function readBadge(input: Uint8Array | string, hints: ReadingHints = {}): Reading {
  return readAny(input, hints, { pdf: readPdf, zip: readZip, markup: readMarkup });
}
