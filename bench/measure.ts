/** One line of the table. Figures are operations per second, the median of the rounds. */
export interface Row {
  name: string;
  ours: number;
  peer?: number;
  peerName?: string;
  /** What the machine could do if only the unavoidable part were left. */
  limit?: number;
  ratio?: number;
  shareOfLimit?: number;
}

export type Work = () => unknown;

export interface Benchmark {
  name: string;
  ours: Work;
  peer?: Work;
  peerName?: string;
  limit?: Work;
  /** How many operations one call is; one unless said. */
  each?: number;
}

const rounds = 5;

/** Runs ours, the peer and the limit in turn, round after round, so that a slow moment hits all three. */
export async function measure(benchmark: Benchmark, roundMs: number): Promise<Row> {
  const contestants = { ours: benchmark.ours, peer: benchmark.peer, limit: benchmark.limit };
  const figures: Record<string, number[]> = { ours: [], peer: [], limit: [] };
  for (const work of Object.values(contestants)) if (work) await perSecond(work, roundMs / 4, benchmark.each);
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, work] of Object.entries(contestants)) {
      if (work) figures[name]?.push(await perSecond(work, roundMs, benchmark.each));
    }
  }
  return row(benchmark, median(figures.ours ?? []), median(figures.peer ?? []), median(figures.limit ?? []));
}

function row({ name, peerName }: Benchmark, ours = 0, peer?: number, limit?: number): Row {
  return {
    name,
    ours,
    ...(peer === undefined ? {} : { peer, peerName, ratio: ours / peer }),
    ...(limit === undefined ? {} : { limit, shareOfLimit: ours / limit }),
  };
}

/** Waiting for a promise that is none would cost the fast ones more than their work. */
async function perSecond(work: Work, ms: number, each = 1): Promise<number> {
  globalThis.gc?.();
  const start = performance.now();
  let done = 0;
  let elapsed = 0;
  while (elapsed < ms) {
    const result = work();
    if (result instanceof Promise) await result;
    done += each;
    elapsed = performance.now() - start;
  }
  return done / (elapsed / 1000);
}

function median(figures: number[]): number | undefined {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)];
}
