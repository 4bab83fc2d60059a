import { BadgeError } from '../../model/badge-error.ts';
import { parseJson } from '../parse-json.ts';

/** What the largest QR code (version 40, error correction level L) holds, in bytes (ISO/IEC 18004, table 7). */
export const largestQrText = 2_953;

const encoder = new TextEncoder();

/**
 * The text to put into a QR code for a badge: an address or a compact JWS as it is, JSON without white space.
 * Readers give back what is written, so nothing is compressed or wrapped.
 *
 * Throws `qr.too-long` with the size in bytes, the limit, and what to do instead.
 */
export function qrText(badge: string | URL): string {
  const text = shortest(typeof badge === 'string' ? badge.trim() : badge.href);
  const bytes = encoder.encode(text).length;
  if (bytes <= largestQrText) return text;
  const instead = 'Put the address at which the badge can be had into the code.';
  throw new BadgeError('qr.too-long', { bytes: `${bytes}`, limit: `${largestQrText}`, instead });
}

/** White space between the parts of JSON means nothing to any proof over the document. */
function shortest(text: string): string {
  const parsed = text.startsWith('{') ? parseJson(text) : undefined;
  return parsed?.ok ? JSON.stringify(parsed.json) : text;
}
