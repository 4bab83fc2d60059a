import { IncrementalUpdate } from '../import/pdf/incremental-update.ts';
import { nameTree } from '../import/pdf/pdf-attachments.ts';
import { PdfFile } from '../import/pdf/pdf-file.ts';
import { type PdfDictionary, PdfName, PdfReference, PdfText, type PdfValue } from '../import/pdf/pdf-value.ts';
import { writeValue } from '../import/pdf/write-value.ts';
import { BadgeError } from '../model/badge-error.ts';

/** What is attached to a PDF. */
export interface PdfAttachmentInput {
  /** The file name that a reader shows, for example `badge.json`. One of the same name is replaced. */
  name: string;
  /** The badge, JSON text or compact JWS. */
  text: string;
  /** For example `application/vc+ld+json`; unless said, `application/json` or for a compact JWS `text/plain`. */
  mediaType?: string;
}

/** What may come out of the streams of the PDF while its objects are looked up, in bytes. */
const mostUnpacked = 64 * 1024 * 1024;
/** The highest number readers are sure to take for an object (ISO 32000-1, annex C). */
const mostObjects = 8_388_000;
const encoder = new TextEncoder();

/**
 * Attaches a badge to a PDF as an embedded file that is listed and associated with the document (ISO 32000-2 §7.11.4,
 * §14.13). It is an incremental update (§7.5.6): every byte of the PDF stays, so signatures in it stay intact.
 *
 * Throws `bake.not-a-pdf`, `bake.damaged-pdf` or `bake.encrypted-pdf`.
 */
export function attachToPdf(pdf: Uint8Array, attachment: PdfAttachmentInput): Uint8Array<ArrayBuffer> {
  const file = openPdf(pdf);
  const { trailer, start, isStream } = file.references;
  const root = trailer.get('Root') as PdfReference;
  const catalog = file.dictionary(root);
  if (!catalog) throw new BadgeError('bake.damaged-pdf');
  const update = new IncrementalUpdate(pdf, firstFree(file));
  const specification = addFile(update, attachment);
  update.put(root, writeValue(withAttachment(file, catalog, attachment.name, specification)));
  return update.finish({ trailer, previous: start, isStream });
}

function openPdf(pdf: Uint8Array): PdfFile {
  if (String.fromCharCode(...pdf.subarray(0, 5)) !== '%PDF-') throw new BadgeError('bake.not-a-pdf');
  const file = new PdfFile(pdf, { bytes: mostUnpacked });
  if (file.references.trailer.has('Encrypt')) throw new BadgeError('bake.encrypted-pdf');
  const isUsable = !file.isRebuilt && file.references.trailer.get('Root') instanceof PdfReference;
  if (!isUsable) throw new BadgeError('bake.damaged-pdf');
  return file;
}

function firstFree(file: PdfFile): number {
  const size = file.references.trailer.get('Size');
  let highest = typeof size === 'number' && size <= mostObjects ? size - 1 : 0;
  for (const number of file.references.places.keys()) highest = Math.max(highest, number);
  if (highest > mostObjects) throw new BadgeError('bake.damaged-pdf');
  return highest + 1;
}

function addFile(update: IncrementalUpdate, { name, text, mediaType }: PdfAttachmentInput): PdfReference {
  const content = encoder.encode(text);
  const type = mediaType ?? (text.startsWith('{') ? 'application/json' : 'text/plain');
  const head = dictionary({
    Type: new PdfName('EmbeddedFile'),
    Subtype: new PdfName(type),
    Params: dictionary({ Size: content.length }),
    Length: content.length,
  });
  const stream = update.add(writeValue(head), content);
  return update.add(
    writeValue(
      dictionary({
        Type: new PdfName('Filespec'),
        F: textValue(name),
        UF: textValue(name),
        EF: dictionary({ F: stream, UF: stream }),
        AFRelationship: new PdfName('Data'),
        Desc: textValue('Open Badge'),
      }),
    ),
  );
}

/** The catalog with the file in its name tree, written flat and in order, and among its associated files. */
function withAttachment(file: PdfFile, catalog: PdfDictionary, name: string, added: PdfReference): PdfDictionary {
  const key = textValue(name);
  const names = file.dictionary(catalog.get('Names')) ?? new Map<string, PdfValue>();
  const listed = nameTree(file, names.get('EmbeddedFiles')).map(({ key: bytes, value }) => ({
    key: new PdfText(bytes),
    value,
  }));
  const replaced = listed.filter((each) => compareBytes(each.key.bytes, key.bytes) === 0).map(({ value }) => value);
  const kept = listed.filter(({ value }) => !replaced.includes(value));
  const pairs = [...kept, { key, value: added }].sort((a, b) => compareBytes(a.key.bytes, b.key.bytes));
  const associated = file.array(catalog.get('AF')).filter((each) => !replaced.some((old) => isSame(old, each)));
  return new Map<string, PdfValue>([
    ...catalog,
    [
      'Names',
      new Map([...names, ['EmbeddedFiles', dictionary({ Names: pairs.flatMap((pair) => [pair.key, pair.value]) })]]),
    ],
    ['AF', [...associated, added]],
  ]);
}

function isSame(a: PdfValue, b: PdfValue): boolean {
  return a instanceof PdfReference && b instanceof PdfReference && a.number === b.number;
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < a.length && i < b.length; i += 1) if (a[i] !== b[i]) return (a[i] as number) - (b[i] as number);
  return a.length - b.length;
}

function dictionary(members: Record<string, PdfValue>): PdfDictionary {
  return new Map(Object.entries(members));
}

/** §7.9.2.2: ASCII as it is, everything else in UTF-16 after a byte order mark. */
function textValue(text: string): PdfText {
  if (/^[\x20-\x7e]*$/.test(text)) return new PdfText(encoder.encode(text));
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  return new PdfText(Uint8Array.from([0xfe, 0xff, ...units.flatMap((unit) => [unit >> 8, unit & 255])]));
}
