import { isPng } from '../bake/png-chunks.ts';

export type FileKind = 'png' | 'pdf' | 'zip' | 'text' | 'unknown' | OtherPicture;
export type OtherPicture = 'JPEG' | 'GIF' | 'WebP' | 'HEIC' | 'AVIF' | 'BMP' | 'TIFF';

/** What a file is by its first bytes; its name and its media type can be wrong and are not asked. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (isPng(bytes)) return 'png';
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  if (start.startsWith('%PDF-')) return 'pdf';
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return 'zip';
  return picture(start) ?? (looksBinary(bytes) ? 'unknown' : 'text');
}

function picture(start: string): OtherPicture | undefined {
  if (start.startsWith('\xff\xd8\xff')) return 'JPEG';
  if (start.startsWith('GIF8')) return 'GIF';
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'WebP';
  if (start.startsWith('BM') && start.slice(6, 10) === '\0\0\0\0') return 'BMP';
  if (start.startsWith('II*\0') || start.startsWith('MM\0*')) return 'TIFF';
  if (start.slice(4, 8) !== 'ftyp') return undefined;
  return start.slice(8, 12).startsWith('avi') ? 'AVIF' : 'HEIC';
}

/** UTF-16 has zero bytes too, but it begins with a byte order mark. */
function looksBinary(bytes: Uint8Array): boolean {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return !isUtf16 && bytes.subarray(0, 512).includes(0);
}
