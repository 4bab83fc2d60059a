import { XmlProblem } from './xml-markup.ts';

const predefined: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const reference = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi;
const strayAmpersand = /&(?!(?:#x[\da-f]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos);)/i;

/** Text with its character references and the five predefined entities replaced; every other one is an error (XML 1.0 §4). */
export function xmlText(raw: string): string {
  if (!raw.includes('&')) return raw;
  if (strayAmpersand.test(raw)) return broken();
  return raw.replace(reference, (_, hex, decimal, name) => {
    if (name) return predefined[name] ?? broken();
    const code = Number.parseInt(hex ?? decimal, hex ? 16 : 10);
    const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : broken();
  });
}

/** The attributes of an opening tag, from behind its name to its end. */
export function xmlAttributes(tag: string): Map<string, string> {
  const attributes = new Map<string, string>();
  const name = /\s+([^\s=<>"'/]+)\s*=\s*(["'])/y;
  let at = 0;
  for (;;) {
    name.lastIndex = at;
    const match = name.exec(tag);
    if (!match) break;
    const [, key = '', quote = ''] = match;
    const end = tag.indexOf(quote, name.lastIndex);
    if (end < 0 || attributes.has(key)) return broken();
    attributes.set(key, xmlText(tag.slice(name.lastIndex, end)));
    at = end + 1;
  }
  return /^\s*\/?>$/.test(tag.slice(at)) ? attributes : broken();
}

function broken(): never {
  throw new XmlProblem('broken');
}
