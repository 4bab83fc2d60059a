import type { PdfFile } from './pdf-file.ts';
import { PdfName, PdfReference, PdfStream, PdfText, type PdfValue } from './pdf-value.ts';

/** A file inside a PDF. The name is for showing only and never to be used as a path. */
export interface PdfAttachment {
  name: string;
  mediaType: string | undefined;
  content: Uint8Array;
}

const mostAttachments = 100;
const mostNodes = 20_000;

/**
 * The files inside a PDF (ISO 32000-2 §7.11.4): those its name tree lists, those associated with it or its pages (/AF),
 * and those hung to a page as an annotation. When it lists none, every embedded file that lies in it.
 */
export function pdfAttachments(file: PdfFile): PdfAttachment[] {
  const catalog = file.dictionary(file.references.trailer.get('Root'));
  const listed = [
    ...nameTree(file, file.dictionary(catalog?.get('Names'))?.get('EmbeddedFiles')).map(({ value }) => value),
    ...file.array(catalog?.get('AF')),
    ...pagesOf(file, catalog?.get('Pages')).flatMap((page) => onPage(file, page)),
  ];
  const seen = new Set<unknown>();
  const attachments = [...listed, ...unlisted(file, listed.length === 0)].flatMap((specification) =>
    seen.size < mostAttachments ? attachmentOf(file, specification, seen) : [],
  );
  return attachments;
}

/** The pairs of a name tree (§7.9.6), each node visited once. */
export function nameTree(file: PdfFile, root: PdfValue | undefined): { key: Uint8Array; value: PdfValue }[] {
  const pairs: { key: Uint8Array; value: PdfValue }[] = [];
  visit(file, root, 'Kids', (node) => {
    const names = file.array(node.get('Names'));
    for (let i = 0; i + 1 < names.length && pairs.length < mostNodes; i += 2) {
      const key = file.resolve(names[i]);
      if (key instanceof PdfText) pairs.push({ key: key.bytes, value: names[i + 1] ?? null });
    }
  });
  return pairs;
}

function pagesOf(file: PdfFile, root: PdfValue | undefined): Map<string, PdfValue>[] {
  const pages: Map<string, PdfValue>[] = [];
  visit(file, root, 'Kids', (node) => pages.push(node));
  return pages;
}

/** Front to back over the nodes below a root; a circle is walked once. */
function visit(
  file: PdfFile,
  root: PdfValue | undefined,
  children: string,
  see: (node: Map<string, PdfValue>) => void,
): void {
  const waiting: (PdfValue | undefined)[] = [root];
  const seen = new Set<unknown>();
  while (waiting.length > 0 && seen.size < mostNodes) {
    const node = file.dictionary(waiting.pop());
    if (!node || seen.has(node)) continue;
    seen.add(node);
    see(node);
    for (const child of file.array(node.get(children)).slice(0, mostNodes).toReversed()) waiting.push(child);
  }
}

function onPage(file: PdfFile, page: Map<string, PdfValue>): PdfValue[] {
  const annotations = file.array(page.get('Annots')).slice(0, mostAttachments);
  const hung = annotations
    .map((each) => file.dictionary(each))
    .filter((each) => isNamed(each?.get('Subtype'), 'FileAttachment'));
  return [...file.array(page.get('AF')), ...hung.map((each) => each?.get('FS') ?? null)];
}

function isNamed(value: PdfValue | undefined, name: string): boolean {
  return value instanceof PdfName && value.name === name;
}

/** Streams that call themselves embedded files, in a file whose catalog is damaged. */
function unlisted(file: PdfFile, isWanted: boolean): PdfValue[] {
  if (!isWanted || !/\/EmbeddedFile\b/.test(file.text)) return [];
  return [...file.references.places.keys()]
    .slice(0, mostNodes)
    .map((number) => new PdfReference(number, 0))
    .filter((reference) => isNamed(file.dictionary(reference)?.get('Type'), 'EmbeddedFile'));
}

/** A file specification, or the stream itself. `seen` are the streams that were taken already. */
function attachmentOf(file: PdfFile, specification: PdfValue, seen: Set<unknown>): PdfAttachment[] {
  const resolved = file.resolve(specification);
  const entry = resolved instanceof Map ? file.dictionary(resolved.get('EF')) : undefined;
  const stream = resolved instanceof PdfStream ? resolved : file.resolve(entry?.get('UF') ?? entry?.get('F'));
  if (!(stream instanceof PdfStream) || seen.has(stream)) return [];
  seen.add(stream);
  const content = file.content(stream);
  if (!content) return [];
  const name = resolved instanceof Map ? textOf(file.resolve(resolved.get('UF') ?? resolved.get('F'))) : undefined;
  const subtype = file.resolve(stream.dictionary.get('Subtype'));
  return [{ name: name ?? '', mediaType: subtype instanceof PdfName ? subtype.name : undefined, content }];
}

const latin1 = new TextDecoder('latin1');

/** §7.9.2: UTF-16 after its byte order mark, UTF-8 after its own, else close enough to Latin-1. */
function textOf(value: PdfValue): string | undefined {
  if (!(value instanceof PdfText)) return undefined;
  const { bytes } = value;
  const encoding =
    bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : bytes[0] === 0xef && bytes[1] === 0xbb ? 'utf-8' : undefined;
  const text = encoding ? new TextDecoder(encoding).decode(bytes) : latin1.decode(bytes);
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '').slice(0, 255);
}
