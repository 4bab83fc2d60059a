import jsonld from 'jsonld';
import { canonizeJson, heldContexts } from 'openbadges';
import { nodeTools } from 'openbadges/node';
import { benchmarkCredential } from './credential.ts';
import type { Benchmark } from './measure.ts';

/** The canonical forms alone. */
export async function canonicalBenchmarks(): Promise<Benchmark[]> {
  const { canonicalizer } = nodeTools();
  const document = benchmarkCredential();
  const documentLoader = async (url: string) => ({
    contextUrl: null,
    documentUrl: url,
    document: heldContexts.get(url) as Record<string, unknown>,
    tag: 'static' as const,
  });
  const peer = () =>
    jsonld.canonize(document, { algorithm: 'RDFC-1.0', format: 'application/n-quads', documentLoader });
  if ((await peer()) !== (await canonicalizer.canonize(document))) throw new Error('The canonical forms differ');
  return [
    { name: 'canonicalise', ours: () => canonicalizer.canonize(document), peer, peerName: 'jsonld + rdf-canonize' },
    { name: 'canonicalise as JSON (JCS)', ours: () => canonizeJson(document) },
  ];
}
