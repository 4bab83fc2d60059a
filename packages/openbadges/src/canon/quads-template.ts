import type { Quads } from './quads.ts';
import type { HexHash } from './rdfc.ts';

/** The canonical form of documents that differ in some texts only. */
export interface QuadsTemplate {
  /**
   * The canonical N-Quads with these values in the holes; undefined when a value could make another graph of the
   * document than the example is (then it has to be canonicalised anew).
   */
  canonize(values: readonly string[]): string | undefined;
}

/** What stands for a value while the template is made: where it turns up in the quads is where values go. */
interface Hole {
  sentinel: string;
  /** What every value must begin with to be an address of the same kind; empty for plain text. */
  scheme: string;
  /** Whether it stands where an address is expected. */
  isIri: boolean;
}

/** A part of a line: constant text, or the term of a hole, or the label of a blank node. */
type Part = string | { hole: number; isIri: boolean; suffix: string } | { blank: number };

interface Line {
  parts: Part[];
  hasHole: boolean;
}

interface Group {
  subject: Part;
  /** Sorted by predicate: finished lines with their subject, or a run of lines after their subject that shares one predicate. */
  runs: (string | Line[])[];
}

/**
 * Compiles a template from one example.
 *
 * `documentWith` puts values into the holes; `quadsOf` must be pure. Undefined when a hole turns up in an unexpected
 * way, or when blank nodes look alike, which only the whole algorithm can tell apart.
 */
export function quadsTemplate(
  examples: readonly string[],
  quadsWith: (values: string[]) => Quads | undefined,
  hash: HexHash,
): QuadsTemplate | undefined {
  const holes = examples.map(holeLike);
  const quads = quadsWith(holes.map(({ sentinel }) => sentinel));
  if (!quads) return undefined;
  const found = new Set<number>();
  const parts = quads.terms.map((term) => partOf(term, holes, found));
  if (parts.includes(undefined) || found.size !== holes.length) return undefined;
  const known = parts as Part[];
  const nodes = Array.from({ length: quads.blanks }, (_, node) => seenFrom(node, known));
  const fixed = nodes.map((lines) => (lines.some(({ hasHole }) => hasHole) ? undefined : hash(sortedText(lines, []))));
  const groups = groupsOf(known);
  return {
    canonize(values) {
      const terms = termsOf(holes, values);
      if (!terms) return undefined;
      const labels = labelsOf(nodes, fixed, terms, hash);
      return labels && serialize(groups, terms, labels);
    },
  };
}

/** With these a value means itself: two slashes make no compact IRI, and a context that gave `did` or `urn` a meaning shows in the example. */
const schemes = /^(https?:\/\/|did:|urn:)/;
/** The characters of an IRI that are written as they are everywhere (RFC 3987 §2.2, ASCII only). */
const plainIri = /^[!#-;=?-[\]_a-z~]+$/;

function holeLike(example: string, at: number): Hole {
  const scheme = schemes.exec(example)?.[0] ?? '';
  return {
    scheme,
    sentinel: scheme === '' ? `\u2742 hole ${at} \u2742` : `${scheme}hole-${at}-eloh.invalid`,
    isIri: false,
  };
}

function partOf(term: string | number, holes: Hole[], found: Set<number>): Part | undefined {
  if (typeof term === 'number') return { blank: term };
  const at = holes.findIndex(({ sentinel }) => term.includes(sentinel));
  const hole = holes[at];
  if (!hole) return term;
  found.add(at);
  if (term === `<${hole.sentinel}>`) {
    hole.isIri = true;
    return { hole: at, isIri: true, suffix: '' };
  }
  const isText = term.startsWith(`"${hole.sentinel}"`) && !term.includes(hole.sentinel, 2);
  return isText ? { hole: at, isIri: false, suffix: term.slice(hole.sentinel.length + 2) } : undefined;
}

/** The values as they stand in N-Quads. */
interface Terms {
  iris: string[];
  texts: string[];
}

/** Undefined for a value that is not of the kind of its example, or has characters that are written as escapes. */
function termsOf(holes: Hole[], values: readonly string[]): Terms | undefined {
  const terms: Terms = { iris: [], texts: [] };
  for (let at = 0; at < holes.length; at += 1) {
    const value = values[at];
    const { scheme, isIri } = holes[at] as Hole;
    if (typeof value !== 'string' || needsCare(value)) return undefined;
    if (isIri && !(value.startsWith(scheme) && plainIri.test(value))) return undefined;
    terms.iris.push(`<${value}>`);
    terms.texts.push(`"${value}"`);
  }
  return terms;
}

function needsCare(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20 || code === 0x22 || code === 0x5c || code === 0x7f || (code & 0xf800) === 0xd800) return true;
  }
  return false;
}

/** RDFC-1.0 §4.6, as far as it is the same for every value. */
function seenFrom(node: number, parts: Part[]): Line[] {
  const lines: Line[] = [];
  for (let at = 0; at < parts.length; at += 4) {
    const quad = parts.slice(at, at + 4);
    if (!quad.some((part) => isBlank(part) && part.blank === node)) continue;
    const named = quad.map((part) => (isBlank(part) ? (part.blank === node ? '_:a' : '_:z') : part));
    lines.push(lineOf(named));
  }
  return lines;
}

function lineOf(quad: Part[]): Line {
  const parts: Part[] = [];
  for (const part of spaced(quad)) {
    const last = parts.at(-1);
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
    else parts.push(part);
  }
  return { parts, hasHole: parts.some((part) => typeof part !== 'string' && 'hole' in part) };
}

function spaced(terms: Part[]): Part[] {
  return [...terms.filter((term) => term !== '').flatMap((term, at) => (at === 0 ? [term] : [' ', term])), ' .\n'];
}

function groupsOf(parts: Part[]): Group[] {
  const groups = new Map<string, { subject: Part; lines: { predicate: string; line: Line }[] }>();
  for (let at = 0; at < parts.length; at += 4) {
    const [subject, predicate, object, graph] = parts.slice(at, at + 4) as [Part, string, Part, Part];
    const name = JSON.stringify(subject);
    const group = groups.get(name) ?? { subject, lines: [] };
    groups.set(name, group);
    group.lines.push({ predicate, line: lineOf(['', predicate, object, graph]) });
  }
  return [...groups.values()].map(({ subject, lines }) => ({ subject, runs: finished(subject, runsOf(lines)) }));
}

/** What is the same for all values is written once; where it lies together, as one text. */
function finished(subject: Part, runs: Line[][]): (string | Line[])[] {
  const parts: (string | Line[])[] = [];
  for (const run of runs) {
    const text = typeof subject === 'string' ? finishedRun(subject, run) : undefined;
    const last = parts.at(-1);
    if (text !== undefined && typeof last === 'string') parts[parts.length - 1] = last + text;
    else parts.push(text ?? run);
  }
  return parts;
}

function finishedRun(subject: string, run: Line[]): string | undefined {
  const lines = run.map(({ parts: [text, ...more] }) => (more.length === 0 ? text : undefined));
  if (!lines.every((line) => typeof line === 'string')) return undefined;
  return lines
    .sort()
    .map((line) => `${subject} ${line}`)
    .join('');
}

function runsOf(lines: { predicate: string; line: Line }[]): Line[][] {
  const runs = new Map<string, Line[]>();
  for (const { predicate, line } of lines) runs.set(predicate, [...(runs.get(predicate) ?? []), line]);
  return [...runs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, run]) => run);
}

function labelsOf(nodes: Line[][], fixed: (string | undefined)[], terms: Terms, hash: HexHash): string[] | undefined {
  const hashes = fixed.map((known, node) => known ?? hash(sortedText(nodes[node] as Line[], [], terms)));
  const order = hashes.map((_, node) => node).sort((a, b) => ((hashes[a] as string) < (hashes[b] as string) ? -1 : 1));
  const labels = new Array<string>(nodes.length);
  for (let rank = 0; rank < order.length; rank += 1) {
    const node = order[rank] as number;
    if (rank > 0 && hashes[node] === hashes[order[rank - 1] as number]) return undefined;
    labels[node] = `_:c14n${rank}`;
  }
  return labels;
}

function sortedText(lines: Line[], labels: string[], terms: Terms = { iris: [], texts: [] }): string {
  if (lines.length === 1) return written(lines[0] as Line, labels, terms);
  return lines
    .map((line) => written(line, labels, terms))
    .sort()
    .join('');
}

/** Undefined when two subjects, or two lines, have become the same. */
function serialize(groups: Group[], terms: Terms, labels: string[]): string | undefined {
  const named = groups.map(({ subject, runs }) => ({ name: `${writtenPart(subject, labels, terms)} `, runs }));
  named.sort((a, b) => (a.name < b.name ? -1 : 1));
  let text = '';
  let before = '';
  for (const { name, runs } of named) {
    if (name === before) return undefined;
    before = name;
    for (const run of runs) {
      if (typeof run === 'string') {
        text += run;
        continue;
      }
      const lines = run.length === 1 ? [written(run[0] as Line, labels, terms)] : sortedRun(run, labels, terms);
      if (!lines) return undefined;
      for (const line of lines) text += name + line;
    }
  }
  return text;
}

function sortedRun(run: Line[], labels: string[], terms: Terms): string[] | undefined {
  const lines = run.map((line) => written(line, labels, terms)).sort();
  return lines.some((line, at) => line === lines[at - 1]) ? undefined : lines;
}

function written({ parts }: Line, labels: string[], terms: Terms): string {
  let text = '';
  for (const part of parts) text += writtenPart(part, labels, terms);
  return text;
}

function writtenPart(part: Part, labels: string[], { iris, texts }: Terms): string {
  if (typeof part === 'string') return part;
  if ('blank' in part) return labels[part.blank] as string;
  return part.isIri ? (iris[part.hole] as string) : (texts[part.hole] as string) + part.suffix;
}

function isBlank(part: Part): part is { blank: number } {
  return typeof part !== 'string' && 'blank' in part;
}
