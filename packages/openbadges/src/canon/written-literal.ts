// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to be escaped
const escapedInTexts = /[\u0000-\u001f\u007f"\\]/;
const allEscapedInTexts = new RegExp(escapedInTexts, 'g');
const short: Record<string, string> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

export const xsdString = 'http://www.w3.org/2001/XMLSchema#string';
export const xsdDouble = 'http://www.w3.org/2001/XMLSchema#double';
export const xsdBoolean = 'http://www.w3.org/2001/XMLSchema#boolean';
export const xsdInteger = 'http://www.w3.org/2001/XMLSchema#integer';

/** RDFC-1.0 §5: control characters, quotes and backslashes as escapes, everything else as it is. */
export function escapedText(text: string): string {
  if (!escapedInTexts.test(text)) return text;
  return text.replace(allEscapedInTexts, (character) => short[character] ?? unicodeEscape(character));
}

/** Undefined as `type`: the one that is the number's own (JSON-LD 1.1 API §8.2.2). `type` is `^^<iri>`. */
export function writtenNumber(value: number, type: string | undefined): string {
  const isDouble = Math.abs(value) >= 1e21 || String(value).includes('.');
  if (isDouble) return `"${canonicalDouble(value)}"${type ?? `^^<${xsdDouble}>`}`;
  // What is smaller than any decimal that JavaScript writes without a point becomes a zero, as in jsonld.
  return `"${value.toFixed(0)}"${type ?? `^^<${xsdInteger}>`}`;
}

/** XML Schema 1.1 part 2 §3.3.5.2, with up to 15 digits after the point. */
export function canonicalDouble(value: number): string {
  return value.toExponential(15).replace(/(\d)0*e\+?/, '$1E');
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
