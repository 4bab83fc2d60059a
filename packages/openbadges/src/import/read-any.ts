import { unbakePng } from '../bake/unbake-png.ts';
import { declaredText } from './declared-text.ts';
import { decodeText } from './decode-text.ts';
import { fileKind } from './file-kind.ts';
import { nothingRead } from './nothing-read.ts';
import { readPicture } from './read-carried.ts';
import type { Reading } from './reading.ts';
import { type ReadingBudget, readingBudget } from './reading-budget.ts';
import { dataUriBytes } from './text/data-uri.ts';
import { readText } from './text/read-text.ts';

/** The largest file that is looked into, in bytes. */
export const maxInput = 32 * 1024 * 1024;

/** What is known of a file besides its bytes; it only names the file in a problem. */
export interface ReadingHints {
  fileName?: string;
  contentType?: string;
}

/** How what holds badges among other things is read; apart, because that takes much code and comes seldom. */
export interface Containers {
  pdf: ContainerReader;
  zip: ContainerReader;
  markup(text: string, budget: ReadingBudget): Reading;
}

type ContainerReader = (
  bytes: Uint8Array,
  budget: ReadingBudget,
  read: (file: Uint8Array, name: string) => Reading,
) => Reading;

/** What `readBadge` says, with these containers. */
export function readAny(
  input: Uint8Array | string,
  hints: ReadingHints,
  containers: Containers,
  budget: ReadingBudget = readingBudget(),
): Reading {
  if (input.length > maxInput) return nothingRead('import.too-large', { limit: `${maxInput / 1024 / 1024} MB` });
  if (typeof input === 'string') return readString(input, hints, containers, budget);
  const kind = fileKind(input);
  if (kind === 'png') return readPicture(unbakePng(input), 'png', budget);
  if (kind === 'pdf' || kind === 'zip')
    return containers[kind](input, budget, (bytes, fileName) => readInner(bytes, { fileName }, containers, budget));
  if (kind === 'unknown') return notUnderstood(hints);
  if (kind !== 'text') return nothingRead('import.other-picture', { kind });
  const text = decodeText(input) ?? declaredText(input);
  return text === undefined ? notUnderstood(hints) : readString(text, hints, containers, budget);
}

function readString(text: string, hints: ReadingHints, containers: Containers, budget: ReadingBudget): Reading {
  const bytes = /^\s*data:/i.test(text) ? dataUriBytes(text.trim()) : undefined;
  return bytes
    ? readInner(bytes, hints, containers, budget)
    : readText(text, kindNamed(hints), budget, containers.markup);
}

/** What lies in something else; too deep inside it is left alone. */
function readInner(bytes: Uint8Array, hints: ReadingHints, containers: Containers, budget: ReadingBudget): Reading {
  if (budget.nesting <= 0) return notUnderstood(hints);
  budget.nesting -= 1;
  const reading = readAny(bytes, hints, containers, budget);
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
