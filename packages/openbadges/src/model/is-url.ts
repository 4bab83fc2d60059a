// RFC 3986 §3.1, and what ends a URL in any text (RFC 3986 Appendix C); `|` and the like are met in real ones.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones refused
const url = /^[a-z][a-z0-9+.-]*:[^\s\u0000-\u001f<>"\\`]+$/i;

/** One absolute URL of any scheme, DIDs and URNs included; an http(s) one names a host. */
export function isUrl(value: unknown): value is string {
  if (typeof value !== 'string' || !url.test(value)) return false;
  return !/^https?:/i.test(value) || /^https?:\/\/[^/?#]/i.test(value);
}
