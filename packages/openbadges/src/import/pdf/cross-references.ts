import type { ByteBudget } from '../../bake/inflate-bounded.ts';
import { decodeStream } from './decode-stream.ts';
import { PdfParser } from './pdf-parser.ts';
import { type PdfDictionary, PdfProblem, PdfStream, type PdfValue } from './pdf-value.ts';

/** Where an object lies: at a byte of the file, or at a place in an object stream. */
export type ObjectPlace = { offset: number } | { container: number; index: number };

/** What the cross-reference sections of a file say together, the newest first (ISO 32000-2 §7.5). */
export interface CrossReferences {
  places: Map<number, ObjectPlace>;
  /** The newest trailer. */
  trailer: PdfDictionary;
  /** Where the newest section begins, in bytes; where the next one has to point to. */
  start: number;
  /** True when the newest section is a stream. */
  isStream: boolean;
}

const mostSections = 1_000;
const mostObjects = 500_000;

/** Reads an indirect object at a byte of the file. */
export type ReadObject = (offset: number) => { number: number; value: PdfValue };
/** The bytes of a stream as they are stored. */
export type StoredBytes = (stream: PdfStream) => Uint8Array;

export function readCrossReferences(
  bytes: Uint8Array,
  start: number,
  tools: { readObject: ReadObject; stored: StoredBytes; budget: ByteBudget },
): CrossReferences {
  const found: CrossReferences = { places: new Map(), trailer: new Map(), start, isStream: false };
  const waiting = [start];
  const counter = { entries: 0 };
  const seen = new Set<number>();
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    if (seen.size > mostSections) throw new PdfProblem('too many sections');
    const parser = new PdfParser(bytes, at);
    const isTable = parser.takes('xref');
    const trailer = isTable
      ? readTable(parser, found.places, counter)
      : readStream(tools.readObject(at).value, found, tools);
    if (seen.size === 1) Object.assign(found, { trailer, isStream: !isTable });
    // A table of a hybrid file is completed by a stream, before what came earlier (§7.5.8.4).
    for (const name of ['Prev', 'XRefStm']) {
      const next = trailer.get(name);
      if (typeof next === 'number') waiting.push(next);
    }
  }
  return found;
}

function readTable(parser: PdfParser, places: CrossReferences['places'], counter: { entries: number }): PdfDictionary {
  while (!parser.takes('trailer')) {
    const first = parser.integer();
    const count = parser.integer();
    counter.entries += count + 1;
    if (counter.entries > mostObjects) throw new PdfProblem('too many objects');
    for (let number = first; number < first + count; number += 1) {
      const offset = parser.integer();
      parser.integer();
      const kind = parser.word();
      if (kind !== 'n' && kind !== 'f') throw new PdfProblem('no entry');
      // The first to speak of an object is the newest; that it is free counts as well.
      if (!places.has(number)) places.set(number, { offset: kind === 'n' ? offset : -1 });
    }
  }
  const trailer = parser.value();
  if (!(trailer instanceof Map)) throw new PdfProblem('no trailer');
  return trailer;
}

/** §7.5.8: rows of three numbers, whose widths `W` gives. */
function readStream(
  value: PdfValue,
  { places }: CrossReferences,
  { stored, budget }: { stored: StoredBytes; budget: ByteBudget },
): PdfDictionary {
  if (!(value instanceof PdfStream)) throw new PdfProblem('no cross-reference stream');
  const { dictionary } = value;
  const widths = numbersIn(dictionary.get('W'));
  const size = dictionary.get('Size');
  const [w0 = 0, w1 = 0, w2 = 0] = widths;
  if (widths.length < 3 || widths.some((width) => width > 8) || w0 + w1 + w2 === 0) throw new PdfProblem('no widths');
  const ranges = numbersIn(dictionary.get('Index') ?? [0, typeof size === 'number' ? size : 0]);
  const rows = decodeStream(stored(value), dictionary, budget);
  let at = 0;
  const next = (width: number) => {
    let number = 0;
    for (const end = at + width; at < end; at += 1) number = number * 256 + (rows[at] as number);
    return number;
  };
  for (let i = 0; i + 1 < ranges.length; i += 2) {
    const [first = 0, count = 0] = ranges.slice(i, i + 2);
    for (let number = first; number < first + count && at + w0 + w1 + w2 <= rows.length; number += 1) {
      const kind = w0 === 0 ? 1 : next(w0);
      const [second, third] = [next(w1), next(w2)];
      if (places.size >= mostObjects) throw new PdfProblem('too many objects');
      if (!places.has(number)) places.set(number, placeOf(kind, second, third));
    }
  }
  return dictionary;
}

function placeOf(kind: number, second: number, third: number): ObjectPlace {
  if (kind === 2) return { container: second, index: third };
  return { offset: kind === 1 ? second : -1 };
}

function numbersIn(value: PdfValue | undefined): number[] {
  if (!Array.isArray(value)) return [];
  return value.filter((each): each is number => typeof each === 'number' && Number.isInteger(each) && each >= 0);
}
