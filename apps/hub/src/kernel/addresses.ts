/** RFC 5321 limits; the pattern keeps out what no mail server takes and header injection. */
const addressPattern =
  /^[^\s@<>"(),:;[\]\\]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}]{2,63}$/u;

export function isEmailAddress(value: string): boolean {
  return (
    value.length <= 254 &&
    addressPattern.test(value) &&
    !value.includes('..') &&
    !value.startsWith('.') &&
    !value.includes('.@')
  );
}

/** http or https, a real host, no user in it, and nothing that a signed badge could not carry (RFC 3986 §2). */
export function isWebAddress(value: string): boolean {
  if (!URL.canParse(value) || value.length > 2000 || /[\s"<>\\^`{|}]/.test(value)) return false;
  const url = new URL(value);
  const named = url.hostname.includes('.') || url.hostname === 'localhost';
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && named;
}

/** An address as a signed badge can carry it: rows from before `isWebAddress` looked closely may hold more (RFC 3986 §2.1). */
export function carriedUrl(url: string): string {
  return url.replace(/[\s"<>\\^`{|}]/g, encodeURIComponent);
}
