/** A compact JWS (RFC 7515 §3.1), also when line breaks crept in while pasting; undefined when it is none. */
export function compactJws(text: string): string | undefined {
  if (!text.startsWith('ey')) return undefined;
  const joined = text.replace(/\s+/g, '');
  return /^[\w-]+\.[\w-]*\.[\w-]+$/.test(joined) ? joined : undefined;
}

/** A web address, and nothing else. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && text.length <= 4096 && URL.canParse(text);
}
