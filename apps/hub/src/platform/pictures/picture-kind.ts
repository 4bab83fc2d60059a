export type PictureKind = 'png' | 'jpeg' | 'webp' | 'gif' | 'svg';

const starts = (bytes: Uint8Array, text: string, at = 0) =>
  bytes.length >= at + text.length && [...text].every((sign, index) => bytes[at + index] === sign.charCodeAt(0));

/** What the bytes are, whatever their name or declared type says. SVG is a guess that `sanitiseSvg` checks. */
export function pictureKind(bytes: Uint8Array): PictureKind | undefined {
  if (starts(bytes, '\x89PNG\r\n\x1a\n')) return 'png';
  if (starts(bytes, '\xff\xd8\xff')) return 'jpeg';
  if (starts(bytes, 'GIF87a') || starts(bytes, 'GIF89a')) return 'gif';
  if (starts(bytes, 'RIFF') && starts(bytes, 'WEBP', 8)) return 'webp';
  const opening = Buffer.from(bytes.subarray(0, 4096)).toString('utf8');
  return /^\ufeff?\s*</.test(opening) && /<([\w-]+:)?svg[\s>]/.test(opening) ? 'svg' : undefined;
}
