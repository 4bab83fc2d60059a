import type { ByteBudget } from '../../bake/inflate-bounded.ts';
import { type CrossReferences, type ObjectPlace, readCrossReferences } from './cross-references.ts';
import { decodeStream } from './decode-stream.ts';
import { PdfParser } from './pdf-parser.ts';
import { type PdfDictionary, PdfProblem, PdfReference, PdfStream, type PdfValue } from './pdf-value.ts';
import { rebuildCrossReferences } from './rebuild-cross-references.ts';

/** How many references may follow each other until there must be a value. */
const longestChain = 16;
/** Bytes that may be read over again: more than any file needs, few enough that no file can keep anybody busy. */
const mostWork = 64 * 1024 * 1024;
const farthestKeyword = 64 * 1024;
const latin1 = new TextDecoder('latin1');

/** A PDF by its objects (ISO 32000-2 §7.5). Objects are read when they are asked for; what comes out of streams is bounded. */
export class PdfFile {
  readonly bytes: Uint8Array;
  readonly references: CrossReferences;
  /** Without the cross-references the file ought to have: they were damaged and are put together from its objects. */
  readonly isRebuilt: boolean;
  private readonly budget: ByteBudget;
  private work = 0;
  private letters: string | undefined;
  private readonly read = new Map<number, PdfValue>();
  private readonly containers = new Map<number, { number: number; value: PdfValue }[]>();

  constructor(bytes: Uint8Array, budget: ByteBudget) {
    this.bytes = bytes;
    this.budget = budget;
    const written = this.writtenReferences();
    this.isRebuilt = written === undefined;
    const { containers, ...references } = written ?? rebuildCrossReferences(bytes, this.text);
    this.references = references;
    for (const container of containers ?? []) this.addContained(container);
  }

  /** The file as text, one letter a byte, for looking for words. */
  get text(): string {
    this.letters ??= latin1.decode(this.bytes);
    return this.letters;
  }

  /** The value itself, behind any references; null for what is not there, as the standard says (§7.3.10). */
  resolve(value: PdfValue | undefined): PdfValue {
    let current = value ?? null;
    for (let steps = 0; current instanceof PdfReference; steps += 1) {
      if (steps > longestChain) return null;
      current = this.object(current.number);
    }
    return current;
  }

  dictionary(value: PdfValue | undefined): PdfDictionary | undefined {
    const resolved = this.resolve(value);
    if (resolved instanceof PdfStream) return resolved.dictionary;
    return resolved instanceof Map ? resolved : undefined;
  }

  array(value: PdfValue | undefined): PdfValue[] {
    const resolved = this.resolve(value);
    return Array.isArray(resolved) ? resolved : [];
  }

  /** The content of a stream; undefined when it is damaged or outgrows what may be read. */
  content(stream: PdfStream): Uint8Array | undefined {
    return attempt(() => decodeStream(this.stored(stream), this.plain(stream.dictionary), this.budget));
  }

  private object(number: number): PdfValue {
    const known = this.read.get(number);
    if (known !== undefined) return known;
    // Whoever asks for it again while it is being read gets nothing, so a circle ends.
    this.read.set(number, null);
    const place = this.references.places.get(number);
    const value = (place && attempt(() => this.objectAt(number, place))) ?? null;
    this.read.set(number, value);
    return value;
  }

  private objectAt(number: number, place: ObjectPlace): PdfValue {
    if ('container' in place) return this.contained(place.container)[place.index]?.value ?? null;
    if (place.offset < 0) return null;
    const found = this.readObject(place.offset);
    if (found.number !== number) throw new PdfProblem('another object lies there');
    return found.value;
  }

  private readObject(offset: number): { number: number; value: PdfValue } {
    const parser = new PdfParser(this.bytes, offset);
    try {
      const number = parser.integer();
      parser.integer();
      if (!parser.takes('obj')) throw new PdfProblem('no object');
      const value = parser.value();
      if (!(value instanceof Map) || !parser.takes('stream')) return { number, value };
      return { number, value: new PdfStream(value, this.lineAfter(parser.at)) };
    } finally {
      this.spend(parser.at - offset);
    }
  }

  /** §7.3.8.1: behind `stream` comes CR LF or LF, though some write CR alone. */
  private lineAfter(at: number): number {
    if (this.bytes[at] === 0x0a) return at + 1;
    if (this.bytes[at] !== 0x0d) return at;
    return this.bytes[at + 1] === 0x0a ? at + 2 : at + 1;
  }

  private spend(bytes: number): void {
    this.work += bytes;
    if (this.work > mostWork) throw new PdfProblem('too much work');
  }

  /** The length that is written counts when `endstream` follows it, otherwise what lies before the next one. */
  private stored({ dictionary, start }: PdfStream): Uint8Array {
    const length = this.resolve(dictionary.get('Length'));
    if (typeof length === 'number' && length >= 0 && start + length <= this.bytes.length) {
      if (new PdfParser(this.bytes, start + length).takes('endstream'))
        return this.bytes.subarray(start, start + length);
    }
    const end = this.text.indexOf('endstream', start);
    this.spend((end < 0 ? this.bytes.length : end) - start);
    if (end < 0) throw new PdfProblem('stream without end');
    return this.bytes.subarray(start, end);
  }

  /** Filters and their parameters may be references too. */
  private plain(dictionary: PdfDictionary): PdfDictionary {
    const deep = (value: PdfValue | undefined): PdfValue => {
      const resolved = this.resolve(value);
      return Array.isArray(resolved) ? resolved.map((each) => this.resolve(each)) : resolved;
    };
    return new Map(['Filter', 'DecodeParms', 'DP'].map((name) => [name, deep(dictionary.get(name))]));
  }

  /** The objects in an object stream (§7.5.7). */
  private contained(container: number): { number: number; value: PdfValue }[] {
    const known = this.containers.get(container);
    if (known) return known;
    this.containers.set(container, []);
    const stream = this.object(container);
    if (!(stream instanceof PdfStream)) throw new PdfProblem('no object stream');
    const [count, first] = [this.resolve(stream.dictionary.get('N')), this.resolve(stream.dictionary.get('First'))];
    const content = this.content(stream);
    if (typeof count !== 'number' || typeof first !== 'number' || !content) throw new PdfProblem('no object stream');
    const header = new PdfParser(content);
    const values: { number: number; value: PdfValue }[] = [];
    for (let i = 0; i < count; i += 1) {
      const number = header.integer();
      const parser = new PdfParser(content, first + header.integer());
      values.push({ number, value: parser.value() });
      this.spend(parser.at - first);
    }
    this.containers.set(container, values);
    return values;
  }

  private writtenReferences(): (CrossReferences & { containers?: undefined }) | undefined {
    const tail = Math.max(0, this.bytes.length - farthestKeyword);
    const keyword = latin1.decode(this.bytes.subarray(tail)).lastIndexOf('startxref');
    if (keyword < 0) return undefined;
    const tools = {
      readObject: (offset: number) => this.readObject(offset),
      stored: (stream: PdfStream) => this.storedPlainly(stream),
      budget: this.budget,
    };
    const found = attempt(() => {
      const start = new PdfParser(this.bytes, tail + keyword + 'startxref'.length).integer();
      return readCrossReferences(this.bytes, start, tools);
    });
    return found?.trailer.has('Root') && this.leadsTo(found, found.trailer.get('Root')) ? found : undefined;
  }

  private addContained(container: number): void {
    const objects = attempt(() => this.contained(container)) ?? [];
    for (const [index, { number }] of objects.entries()) {
      if (!this.references.places.has(number)) this.references.places.set(number, { container, index });
    }
  }

  /** While cross-references are read there is nothing to look up yet: their length is always written in place (§7.5.8.2). */
  private storedPlainly({ dictionary, start }: PdfStream): Uint8Array {
    const length = dictionary.get('Length');
    if (typeof length === 'number' && start + length <= this.bytes.length)
      return this.bytes.subarray(start, start + length);
    throw new PdfProblem('no length');
  }

  /** Files that grew or shrank at their front have offsets that lead nowhere. */
  private leadsTo({ places }: CrossReferences, root: PdfValue | undefined): boolean {
    const place = root instanceof PdfReference ? places.get(root.number) : undefined;
    if (!place || !(root instanceof PdfReference)) return false;
    if ('container' in place) return places.has(place.container);
    return attempt(() => this.readObject(place.offset).number) === root.number;
  }
}

/** Undefined where the file breaks the rules: one damaged object must not hide the others. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof PdfProblem) return undefined;
    throw error;
  }
}
