import { hexOf } from '../../keys/hex.ts';
import { PdfName, PdfProblem, PdfReference, PdfText, type PdfValue } from './pdf-value.ts';

/** A value as it is written into a PDF (ISO 32000-2 §7.3); ASCII only. Streams are written by whoever has their content. */
export function writeValue(value: PdfValue): string {
  if (value instanceof PdfName) return writeName(value.name);
  if (value instanceof PdfText) return `<${hexOf(value.bytes)}>`;
  if (value instanceof PdfReference) return `${value.number} ${value.generation} R`;
  if (Array.isArray(value)) return `[${value.map(writeValue).join(' ')}]`;
  if (value instanceof Map)
    return `<<${Array.from(value, ([name, each]) => `${writeName(name)} ${writeValue(each)}`).join(' ')}>>`;
  if (typeof value === 'number') return writeNumber(value);
  if (value === null || typeof value === 'boolean') return `${value}`;
  throw new PdfProblem('a stream inside a value');
}

function writeName(name: string): string {
  return `/${name.replace(/[^\w.+*!&-]/g, (letter) => `#${letter.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
}

/** PDF knows no exponents. */
function writeNumber(value: number): string {
  const text = `${value}`;
  return /e/i.test(text) ? value.toFixed(10) : text;
}
