import { BadgeError } from '../model/badge-error.ts';
import { nextPermutation } from './next-permutation.ts';
import type { Quads } from './quads.ts';
import type { HexHash } from './rdfc.ts';

/** What the n-degree algorithm works on. `labels` is filled further; `issued` is how many there are. */
interface Labelling {
  quads: Quads;
  hash: HexHash;
  /** First-degree hashes, by blank node. */
  hashes: string[];
  labels: string[];
  issued: number;
}

/** Temporary labels (`b0`, `b1` …) by blank node, in the order they were issued. */
type Issuer = Map<number, string>;

interface Path {
  hash: string;
  issuer: Issuer;
}

interface Work {
  deep: number;
  permutations: number;
}

/** Far more than any honest document needs; permutations of nodes that are labelled already cost little, but not nothing. */
const mostPermutations = 100_000;

/** RDFC-1.0 §4.4.3 step 5: labels for blank nodes that look alike from nearby, in groups sorted by their hash. */
export function labelCollisions(labelling: Labelling, alike: number[][], workFactor: number): void {
  const count = alike.reduce((sum, nodes) => sum + nodes.length, 0);
  const work = { deep: count ** workFactor, permutations: mostPermutations };
  const quadsOf = quadsByNode(labelling.quads);
  for (const nodes of alike) {
    const paths: Path[] = [];
    for (const node of nodes) {
      if (labelling.labels[node] !== undefined) continue;
      paths.push(nDegreeHash(node, new Map([[node, 'b0']]), { labelling, quadsOf, work }));
    }
    paths.sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0));
    for (const { issuer } of paths) for (const node of issuer.keys()) issueLabel(labelling, node);
  }
}

interface Neighbourhood {
  labelling: Labelling;
  quadsOf: number[][];
  work: Work;
}

function issueLabel(labelling: Labelling, node: number): void {
  if (labelling.labels[node] !== undefined) return;
  labelling.labels[node] = `c14n${labelling.issued}`;
  labelling.issued += 1;
}

/** RDFC-1.0 §4.8: a blank node is known by the shortest way to name what it is related to. */
function nDegreeHash(node: number, given: Issuer, around: Neighbourhood): Path {
  if (around.work.deep <= 0) throw new BadgeError('canon.too-complex');
  around.work.deep -= 1;
  const related = relatedByHash(node, given, around);
  let issuer = given;
  let text = '';
  for (const hash of [...related.keys()].sort()) {
    const chosen = bestPath(related.get(hash) as number[], issuer, around);
    text += hash + chosen.path;
    issuer = chosen.issuer;
  }
  return { hash: around.labelling.hash(text), issuer };
}

/** Steps 5.3 and 5.4: of all orders in which the related nodes can be named, the one whose path sorts first. */
function bestPath(nodes: number[], issuer: Issuer, around: Neighbourhood): { path: string; issuer: Issuer } {
  const order = nodes.toSorted((a, b) => a - b);
  let best: { path: string; issuer: Issuer } | undefined;
  do {
    around.work.permutations -= 1;
    if (around.work.permutations < 0) throw new BadgeError('canon.too-complex');
    const found = pathOf(order, issuer, around, best?.path);
    if (found && (!best || found.path < best.path)) best = found;
  } while (nextPermutation(order));
  return best as { path: string; issuer: Issuer };
}

/** Undefined as soon as the path cannot become the best any more. */
function pathOf(
  order: number[],
  given: Issuer,
  around: Neighbourhood,
  best: string | undefined,
): { path: string; issuer: Issuer } | undefined {
  const { labels } = around.labelling;
  let issuer: Issuer = new Map(given);
  const unnamed: number[] = [];
  let path = '';
  for (const node of order) {
    const canonical = labels[node];
    if (canonical === undefined && !issuer.has(node)) unnamed.push(node);
    path += `_:${canonical ?? temporaryLabel(issuer, node)}`;
    if (best !== undefined && path > best) return undefined;
  }
  for (const node of unnamed) {
    const result = nDegreeHash(node, issuer, around);
    path += `_:${temporaryLabel(issuer, node)}<${result.hash}>`;
    issuer = result.issuer;
    if (best !== undefined && path > best) return undefined;
  }
  return { path, issuer };
}

function temporaryLabel(issuer: Issuer, node: number): string {
  const known = issuer.get(node);
  if (known !== undefined) return known;
  const label = `b${issuer.size}`;
  issuer.set(node, label);
  return label;
}

/** RDFC-1.0 §4.8.3 step 3, with §4.7 for the hash of each related node. */
function relatedByHash(node: number, issuer: Issuer, { labelling, quadsOf }: Neighbourhood): Map<string, number[]> {
  const { terms } = labelling.quads;
  const related = new Map<string, number[]>();
  for (const at of quadsOf[node] as number[]) {
    for (const [offset, position] of positions) {
      const other = terms[at + offset];
      if (typeof other !== 'number' || other === node) continue;
      const predicate = position === 'g' ? '' : String(terms[at + 1]);
      const hash = labelling.hash(position + predicate + nameOf(other, issuer, labelling));
      const nodes = related.get(hash);
      if (nodes) nodes.push(other);
      else related.set(hash, [other]);
    }
  }
  return related;
}

const positions: [number, 's' | 'o' | 'g'][] = [
  [0, 's'],
  [2, 'o'],
  [3, 'g'],
];

function nameOf(node: number, issuer: Issuer, { labels, hashes }: Labelling): string {
  const label = labels[node] ?? issuer.get(node);
  return label === undefined ? (hashes[node] as string) : `_:${label}`;
}

function quadsByNode({ terms, blanks }: Quads): number[][] {
  const quadsOf: number[][] = Array.from({ length: blanks }, () => []);
  for (let at = 0; at < terms.length; at += 4) {
    const nodes = new Set([terms[at], terms[at + 2], terms[at + 3]]);
    for (const node of nodes) if (typeof node === 'number') quadsOf[node]?.push(at);
  }
  return quadsOf;
}
