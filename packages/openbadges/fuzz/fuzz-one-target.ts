import { Worker } from 'node:worker_threads';
import type { Fault, Feeding } from './feed-inputs.ts';
import { sharedProgress } from './progress.ts';

export interface FuzzLimits {
  seed: number;
  /** The first input, and how many at most. */
  from: number;
  runs: number;
  /** Milliseconds, for all of them. */
  time: number;
}

export interface Finding extends Fault {
  kind: 'fault' | 'hang' | 'memory' | 'crash';
}

export interface FuzzResult {
  inputs: number;
  perSecond: number;
  /** Milliseconds. */
  slowest: number;
  slowestNumber: number;
  /** Megabytes above what the process had before. */
  peak: number;
  findings: Finding[];
}

/** One input may take so long, in milliseconds, and all may hold so much, in bytes. */
const longest = 1_000;
const mostMemory = 256 * 1024 * 1024;
const glance = 50;
const mostFindings = 20;

/** Feeds a target from a thread of its own and watches it: one that hangs or grows too large is stopped and gone on after. */
export async function fuzzOneTarget(target: string, { seed, from, runs, time }: FuzzLimits): Promise<FuzzResult> {
  const progress = sharedProgress();
  const { memory } = progress;
  const findings: Finding[] = [];
  globalThis.gc?.();
  const [before, started] = [process.memoryUsage.rss(), Date.now()];
  let peak = 0;
  let next = from;
  let suspected = -1;
  const to = from + runs;
  while (next < to && Date.now() - started < time && findings.length < mostFindings) {
    const watch = (): Pick<Finding, 'kind' | 'error'> | 'enough' | undefined => {
      const grown = process.memoryUsage.rss() - before;
      peak = Math.max(peak, grown);
      if (grown > mostMemory) return { kind: 'memory', error: `${Math.round(grown / 2 ** 20)} MB` };
      const since = progress.read('since');
      if (since > 0 && Date.now() - since > longest) return { kind: 'hang', error: `${Date.now() - since} ms` };
      return Date.now() - started >= time ? 'enough' : undefined;
    };
    progress.write('number', next);
    progress.write('since', 0);
    const end = await feedAndWatch({ target, seed, from: next, to, memory }, watch, findings);
    const number = progress.read('number');
    if (end && end !== 'enough' && progress.read('since') === 0) throw new Error(`No input was fed: ${end.error}`);
    // A busy machine can hold up an innocent input: only one that does it twice, the second time in a new thread, counts.
    const isFirstTime = end && end !== 'enough' && end.kind !== 'crash' && number !== suspected;
    suspected = number;
    if (end && end !== 'enough' && !isFirstTime) findings.push({ ...end, number });
    next = end === undefined ? to : isFirstTime ? number : number + 1;
  }
  const inputs = Math.min(next, to) - from;
  const seconds = (Date.now() - started) / 1000;
  const [slowest, slowestNumber] = [progress.read('slowest'), progress.read('slowestNumber')];
  return { inputs, perSecond: inputs / seconds, slowest, slowestNumber, peak: peak / 2 ** 20, findings };
}

type End = Pick<Finding, 'kind' | 'error'> | 'enough' | undefined;

/** Until all are fed (undefined), or why it was stopped. Only a thread that got as far as its first input can hang. */
function feedAndWatch(feeding: Feeding, watch: () => End, findings: Finding[]): Promise<End> {
  const worker = new Worker(new URL('./feed-inputs-of-sources.mjs', import.meta.url), {
    workerData: feeding,
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  return new Promise((resolve) => {
    let end: End;
    const timer = setInterval(() => {
      end ??= watch();
      if (end) void worker.terminate();
    }, glance);
    worker.on('message', (fault: Fault) => {
      if (findings.length < mostFindings) findings.push({ kind: 'fault', ...fault });
    });
    worker.on('error', (error) => {
      end ??= { kind: 'crash', error: error.stack ?? error.message };
    });
    worker.on('exit', () => {
      clearInterval(timer);
      resolve(end);
    });
  });
}
