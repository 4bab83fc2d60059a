import type { ActiveContext } from './active-context.ts';
import { uncovered } from './uncovered.ts';

const absoluteIri = /^[A-Za-z][A-Za-z0-9+-.]*:\S*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to be escaped
const escapedInIris = /[\u0000-\u0020<>"{}|^`\\]/g;

/** The test of jsonld, so that the same documents pass; a blank node is none here. */
export function isAbsoluteIri(text: string): boolean {
  return absoluteIri.test(text);
}

/** An absolute IRI as it stands in canonical N-Quads. Throws `uncovered` for one that is not absolute. */
export function writtenIri(iri: string): string {
  const colon = iri.indexOf(':');
  if (colon < 1 || !isScheme(iri, colon)) throw uncovered;
  for (let at = colon + 1; at < iri.length; at += 1) {
    if (plain[iri.charCodeAt(at)] !== 1) return unusualIri(iri);
  }
  return `<${iri}>`;
}

/** What an `@id` names: an IRI, absolute or compact. Blank nodes are the caller's. */
export function writtenId(text: string, { prefixes }: ActiveContext): string {
  if (prefixes.size === 0) return writtenIri(text);
  const colon = text.indexOf(':');
  return writtenIri(byPrefix(text, colon, prefixes) ?? text);
}

/** What a type, a key or a value of type `@vocab` stands for: a term, an IRI, or a part of the vocabulary. */
export function writtenWord(text: string, active: ActiveContext): string {
  const term = active.terms.get(text);
  if (term) {
    if (term.written === '') throw uncovered;
    return term.written;
  }
  if (text.charCodeAt(0) === 0x40 || text.startsWith('_:')) throw uncovered;
  const colon = text.indexOf(':');
  if (colon > 0) {
    const iri = byPrefix(text, colon, active.prefixes) ?? text;
    if (iri !== text || startsAuthority(text, colon) || isAbsoluteIri(iri)) return writtenIri(iri);
  }
  if (active.vocab === undefined) throw uncovered;
  return writtenIri(active.vocab + text);
}

/** JSON-LD 1.1 API §5.2.2: with two slashes it is an address whatever the context says. */
function byPrefix(text: string, colon: number, prefixes: ReadonlyMap<string, string>): string | undefined {
  if (colon < 1 || prefixes.size === 0 || startsAuthority(text, colon)) return undefined;
  const prefix = prefixes.get(text.slice(0, colon));
  return prefix === undefined ? undefined : prefix + text.slice(colon + 1);
}

function startsAuthority(text: string, colon: number): boolean {
  return text.charCodeAt(colon + 1) === 0x2f && text.charCodeAt(colon + 2) === 0x2f;
}

function isScheme(iri: string, colon: number): boolean {
  const first = iri.charCodeAt(0) | 0x20;
  if (first < 0x61 || first > 0x7a) return false;
  for (let at = 1; at < colon; at += 1) {
    const code = iri.charCodeAt(at);
    const letter = code | 0x20;
    const isAllowed =
      (letter >= 0x61 && letter <= 0x7a) || (code >= 0x30 && code <= 0x39) || (code >= 0x2b && code <= 0x2e);
    if (!isAllowed) return false;
  }
  return true;
}

/** By code unit: 1 for what is written as it is. */
const plain = new Uint8Array(128).map((_, code) =>
  code > 0x20 && code < 0x7f && !'<>"{}|^`\\'.includes(String.fromCharCode(code)) ? 1 : 0,
);

function unusualIri(iri: string): string {
  if (!isAbsoluteIri(iri)) throw uncovered;
  return escapedIri(iri);
}

/** Any IRI as rdf-canonize writes it. */
export function escapedIri(iri: string): string {
  return `<${iri.replace(escapedInIris, (character) => `\\u${hex(character)}`)}>`;
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}
