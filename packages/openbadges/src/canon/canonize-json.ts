import { BadgeError } from '../model/badge-error.ts';
import { boundDocument } from './bound-document.ts';

/** JSON Canonicalization Scheme (RFC 8785). Throws `canon.not-json` for what JSON cannot hold. */
export function canonizeJson(document: unknown): string {
  boundDocument(document);
  return write(document);
}

function write(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, inner]) => inner !== undefined);
    // RFC 8785 §3.2.3: by UTF-16 code units, which is how JavaScript compares.
    members.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([name, inner]) => `${write(name)}:${write(inner)}`).join(',')}}`;
  }
  const unwritable =
    typeof value === 'number' ? !Number.isFinite(value) : !['string', 'boolean'].includes(typeof value);
  // RFC 8785 §3.2.2.2: a lone surrogate has no UTF-8 form.
  const broken = typeof value === 'string' && /\p{Surrogate}/u.test(value);
  if ((unwritable && value !== null) || broken) throw new BadgeError('canon.not-json');
  return JSON.stringify(value);
}
