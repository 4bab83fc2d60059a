import { unbakePng } from '../bake/unbake-png.ts';
import { declaredText } from './declared-text.ts';
import { decodeText } from './decode-text.ts';
import { fileKind } from './file-kind.ts';
import { nothingRead } from './nothing-read.ts';
import { readPicture } from './read-carried.ts';
import { readPdf } from './read-pdf.ts';
import { readZip } from './read-zip.ts';
import type { Reading } from './reading.ts';
import { type ReadingBudget, readingBudget } from './reading-budget.ts';
import { dataUriBytes } from './text/data-uri.ts';
import { readText } from './text/read-text.ts';

/** The largest file that is looked into, in bytes. */
export const maxInput = 32 * 1024 * 1024;

export interface ReadingHints {
  fileName?: string;
  contentType?: string;
}

/**
 * Finds all badges in what somebody brought: PNG, SVG, JSON, compact JWS, address, PDF, web page, `data:` URI, lists of
 * these, or a ZIP of them. Nothing is verified and nothing is fetched. Bytes decide what it is; the hints only name it
 * in a problem.
 */
export function readBadge(input: Uint8Array | string, hints: ReadingHints = {}): Reading {
  return readAny(input, hints, readingBudget());
}

function readAny(input: Uint8Array | string, hints: ReadingHints, budget: ReadingBudget): Reading {
  if (input.length > maxInput) return nothingRead('import.too-large', { limit: `${maxInput / 1024 / 1024} MB` });
  if (typeof input === 'string') return readString(input, hints, budget);
  const kind = fileKind(input);
  if (kind === 'png') return readPicture(unbakePng(input), 'png', budget);
  if (kind === 'pdf') return readPdf(input, budget, (bytes, fileName) => readInner(bytes, { fileName }, budget));
  if (kind === 'zip') return readZip(input, budget, (bytes, fileName) => readInner(bytes, { fileName }, budget));
  if (kind === 'unknown') return notUnderstood(hints);
  if (kind !== 'text') return nothingRead('import.other-picture', { kind });
  const text = decodeText(input) ?? declaredText(input);
  return text === undefined ? notUnderstood(hints) : readString(text, hints, budget);
}

function readString(text: string, hints: ReadingHints, budget: ReadingBudget): Reading {
  const bytes = /^\s*data:/i.test(text) ? dataUriBytes(text.trim()) : undefined;
  return bytes ? readInner(bytes, hints, budget) : readText(text, kindNamed(hints), budget);
}

/** What lies in something else; too deep inside it is left alone. */
function readInner(bytes: Uint8Array, hints: ReadingHints, budget: ReadingBudget): Reading {
  if (budget.nesting <= 0) return notUnderstood(hints);
  budget.nesting -= 1;
  const reading = readAny(bytes, hints, budget);
  budget.nesting += 1;
  return reading;
}

function notUnderstood(hints: ReadingHints): Reading {
  return nothingRead('import.not-understood', { kind: kindNamed(hints) });
}

function kindNamed({ fileName, contentType }: ReadingHints): string {
  const extension = fileName?.match(/\.(\w{1,8})$/)?.[1];
  return extension?.toUpperCase() ?? contentType ?? 'text';
}
