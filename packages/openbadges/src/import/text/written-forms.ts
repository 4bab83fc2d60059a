import { maxBakedText } from '../../bake/badge-carriers.ts';

/** A token of megabytes in lines of 60 letters has no more. */
const mostPieces = 100_000;

/** A compact JWS (RFC 7515 §3.1), also when line breaks crept in while pasting; undefined when it is none. */
export function compactJws(text: string): string | undefined {
  if (!text.startsWith('ey') || text.length > maxBakedText) return undefined;
  const joined = withoutSpace(text);
  return joined !== undefined && /^[\w-]+\.[\w-]*\.[\w-]+$/.test(joined) ? joined : undefined;
}

/** The text without white space; undefined when it is more in pieces than line breaks make of it. */
export function withoutSpace(text: string): string | undefined {
  const pieces = text.split(/\s+/, mostPieces + 1);
  return pieces.length > mostPieces ? undefined : pieces.join('');
}

/** A web address, and nothing else. */
export function isAddress(text: string): boolean {
  return text.length <= 4096 && /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
}
