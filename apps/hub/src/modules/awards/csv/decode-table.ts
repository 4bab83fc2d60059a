import type { TableEncoding } from '../batch-model.ts';

/** What a file is when it is no table. */
export type NotATable = 'empty' | 'spreadsheet' | 'oldSpreadsheet' | 'pdf' | 'picture' | 'binary';

const signatures: [NotATable, number[]][] = [
  ['spreadsheet', [0x50, 0x4b, 0x03, 0x04]],
  ['oldSpreadsheet', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
];

const pieceLength = 64 * 1024;

/** What the bytes are: a kind of text, or something else that is told by its name. */
export function recogniseTable(bytes: Uint8Array): { encoding: TableEncoding } | { notATable: NotATable } {
  if (bytes.length === 0) return { notATable: 'empty' };
  const known = signatures.find(([, magic]) => magic.every((byte, at) => bytes[at] === byte));
  if (known) return { notATable: known[0] };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be' };
  if (bytes.includes(0)) return { notATable: 'binary' };
  return { encoding: isUtf8(bytes) ? 'utf-8' : 'windows-1252' };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for (let start = 0; start < bytes.length; start += pieceLength) {
      decoder.decode(bytes.subarray(start, start + pieceLength), { stream: true });
    }
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** The text piece by piece, without a byte order mark. */
export function* decodeTable(bytes: Uint8Array, encoding: TableEncoding): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (let start = 0; start < bytes.length; start += pieceLength) {
    const text = decoder.decode(bytes.subarray(start, start + pieceLength), { stream: true });
    if (text) yield text;
  }
  const rest = decoder.decode();
  if (rest) yield rest;
}
