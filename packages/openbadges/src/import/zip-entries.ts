import { decodeText } from './decode-text.ts';

/** One file in a ZIP, as the archive's directory describes it; sizes there can lie. */
export interface ZipEntry {
  /** For showing only: without control characters, and never to be used as a path. */
  name: string;
  isEncrypted: boolean;
  /** 0 stored, 8 deflated (APPNOTE §4.4.5). */
  method: number;
  crc: number;
  /** The bytes as they are packed. */
  content: Uint8Array;
}

const latin1 = new TextDecoder('latin1');
const endRecord = 0x06054b50;
const directoryRecord = 0x02014b50;
const localRecord = 0x04034b50;
/** The end record may be followed by a comment of 65,535 bytes. */
const farthestEnd = 22 + 0xffff;

/** The files of a ZIP by its central directory (PKWARE APPNOTE §4.3); undefined when it has none that can be read. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return undefined;
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryRecord) return undefined;
    const entry = entryAt(bytes, view, at);
    if (entry) entries.push(entry);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function endOf(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - farthestEnd);
  for (let at = view.byteLength - 22; at >= first; at -= 1) if (view.getUint32(at, true) === endRecord) return at;
  return undefined;
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): ZipEntry | undefined {
  const size = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  if (local + 30 > bytes.length || view.getUint32(local, true) !== localRecord) return undefined;
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + size > bytes.length) return undefined;
  return {
    name: nameFrom(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true))),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    content: bytes.subarray(start, start + size),
  };
}

/** Letters that turn the direction of writing can make one name look like another. */
function nameFrom(bytes: Uint8Array): string {
  const name = decodeText(bytes) ?? latin1.decode(bytes);
  return name.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '').slice(0, 255);
}
