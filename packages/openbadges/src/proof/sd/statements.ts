import type { Division } from '../../canon/division.ts';
import { quadLines } from '../../canon/quad-lines.ts';
import type { Quads } from '../../canon/quads.ts';
import { encodeBase64url } from '../../keys/base64url.ts';
import type { Cryptography } from '../../keys/cryptography.ts';
import { BadgeError } from '../../model/badge-error.ts';
import type { JsonObject } from '../../model/json.ts';
import { hasPointer } from '../../model/json-pointer.ts';
import type { ProofTools } from '../proof-tools.ts';
import { hmacSha256 } from './hmac-sha-256.ts';
import { selectPointers } from './select-pointers.ts';

/** A document as the statements that are signed one by one. */
export interface Statements {
  document: JsonObject;
  /** Canonical N-Quads, blank nodes under unguessable labels, sorted anew. */
  lines: string[];
  /** The labels by number of blank node, and as they are written. */
  labels: Uint8Array[];
  texts: string[];
  division: Division;
  /** Places in `lines`, by line. */
  places: Map<string, number>;
}

/** What some pointers select: its statements, and their places among all, in order. */
export interface Group {
  quads: Quads;
  places: Set<number>;
}

const utf8 = new TextEncoder();

/** VC DI ECDSA §3.3.3: canonical labels replaced by their HMAC, so that they tell nothing of what is not disclosed. */
export async function statementsOf(
  document: JsonObject,
  hmacKey: Uint8Array,
  { canonicalizer, cryptography }: ProofTools,
): Promise<Statements> {
  const division = await canonicalizer.divide(document);
  const quads = await division.quadsOf({ document: division.document, sources: new Map() });
  const labels = await hmacLabels(division.labelsOf(quads), hmacKey, cryptography);
  const texts = labels.map(labelText);
  const lines = quadLines(quads, texts).sort();
  return { document, lines, labels, texts, division, places: new Map(lines.map((line, place) => [line, place])) };
}

/** VC DI ECDSA §3.4.14. Throws `pointer.missing`, `pointer.inseparable` where a part would say something new. */
export async function groupOf(pointers: readonly string[], statements: Statements): Promise<Group> {
  const { document, division, texts, places } = statements;
  // Where only jsonld understands a document, some of it may have another shape after it was read.
  const isReshaped = (pointer: string) => !hasPointer(division.document, pointer) && hasPointer(document, pointer);
  if (pointers.some(isReshaped)) throw new BadgeError('pointer.inseparable');
  const selection = selectPointers(division.document, pointers);
  const quads: Quads = selection ? await division.quadsOf(selection) : { terms: [], blanks: 0 };
  const found = quadLines(quads, texts).map((line) => places.get(line));
  if (found.some((place) => place === undefined)) throw new BadgeError('pointer.inseparable');
  return { quads, places: new Set((found as number[]).sort((a, b) => a - b)) };
}

/** The blank node label of 32 bytes. The letter in front makes it one that N-Quads allows. */
export function labelText(label: Uint8Array): string {
  return `u${encodeBase64url(label)}`;
}

async function hmacLabels(labels: string[], key: Uint8Array, cryptography: Cryptography): Promise<Uint8Array[]> {
  const hmac = hmacSha256(key, cryptography);
  return Promise.all(labels.map((label) => hmac(utf8.encode(label))));
}
