import { joinBytes } from '../../model/join-bytes.ts';
import { type PdfDictionary, PdfName, PdfReference, type PdfValue } from './pdf-value.ts';
import { writeValue } from './write-value.ts';

const encoder = new TextEncoder();

/** Objects behind the end of a file, and the cross-references that make them count. */
export class IncrementalUpdate {
  private readonly parts: Uint8Array[];
  private readonly offsets = new Map<number, { offset: number; generation: number }>();
  private length: number;
  private next: number;

  constructor(original: Uint8Array, firstFree: number) {
    this.parts = [original];
    this.length = original.length;
    this.next = firstFree;
    this.write('\n');
  }

  add(head: string, stream?: Uint8Array): PdfReference {
    const reference = new PdfReference(this.next, 0);
    this.next += 1;
    this.put(reference, head, stream);
    return reference;
  }

  put({ number, generation }: PdfReference, head: string, stream?: Uint8Array): void {
    this.offsets.set(number, { offset: this.length, generation });
    this.write(`${number} ${generation} obj\n${head}`);
    if (stream) {
      this.write('\nstream\n');
      this.write(stream);
      this.write('\nendstream');
    }
    this.write('\nendobj\n');
  }

  /** The section has the form of the one before it (§7.5.8.4). */
  finish({
    trailer,
    previous,
    isStream,
  }: {
    trailer: PdfDictionary;
    previous: number;
    isStream: boolean;
  }): Uint8Array<ArrayBuffer> {
    const kept = ['Root', 'Info', 'ID'].flatMap((name): [string, PdfValue][] => {
      const value = trailer.get(name);
      return value === undefined ? [] : [[name, value]];
    });
    const start = this.length;
    const size = this.next + (isStream ? 1 : 0);
    const members: PdfDictionary = new Map([['Size', size], ['Prev', previous], ...kept]);
    if (isStream) this.referencesAsStream(members);
    else this.referencesAsTable(members);
    this.write(`startxref\n${start}\n%%EOF\n`);
    return joinBytes(this.parts);
  }

  private referencesAsTable(members: PdfDictionary): void {
    this.write('xref\n');
    for (const [number, { offset, generation }] of this.offsets) {
      this.write(`${number} 1\n${`${offset}`.padStart(10, '0')} ${`${generation}`.padStart(5, '0')} n\r\n`);
    }
    this.write(`trailer\n${writeValue(members)}\n`);
  }

  /** The stream lists itself too. */
  private referencesAsStream(members: PdfDictionary): void {
    this.offsets.set(this.next, { offset: this.length, generation: 0 });
    const rows = new Uint8Array(this.offsets.size * 7);
    const view = new DataView(rows.buffer);
    for (const [row, { offset, generation }] of Array.from(this.offsets.values()).entries()) {
      view.setUint8(row * 7, 1);
      view.setUint32(row * 7 + 1, offset);
      view.setUint16(row * 7 + 5, generation);
    }
    const head: PdfDictionary = new Map<string, PdfValue>([
      ['Type', new PdfName('XRef')],
      ...members,
      ['W', [1, 4, 2]],
      ['Index', Array.from(this.offsets.keys()).flatMap((number) => [number, 1])],
      ['Length', rows.length],
    ]);
    this.write(`${this.next} 0 obj\n${writeValue(head)}\nstream\n`);
    this.write(rows);
    this.write('\nendstream\nendobj\n');
  }

  private write(part: string | Uint8Array): void {
    const bytes = typeof part === 'string' ? encoder.encode(part) : part;
    this.parts.push(bytes);
    this.length += bytes.length;
  }
}
