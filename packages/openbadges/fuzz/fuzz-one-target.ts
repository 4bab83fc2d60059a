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

/**
 * One input may keep the processor busy for so long, in milliseconds, and all may hold so much, in bytes. Where others
 * work too, an innocent input may have to wait; nobody has to wait for ever.
 */
const longest = 1_000;
const longestWait = 30_000;
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
  const stuckFor = stopwatch();
  let next = from;
  let suspected = -1;
  const to = from + runs;
  while (next < to && Date.now() - started < time && findings.length < mostFindings) {
    const watch = (): Pick<Finding, 'kind' | 'error'> | 'enough' | undefined => {
      const grown = process.memoryUsage.rss() - before;
      peak = Math.max(peak, grown);
      if (grown > mostMemory) return { kind: 'memory', error: `${Math.round(grown / 2 ** 20)} MB` };
      const stuck = stuckFor(progress.read('number'), progress.read('since'));
      if (stuck) return { kind: 'hang', error: stuck };
      return Date.now() - started >= time ? 'enough' : undefined;
    };
    progress.write('number', next);
    progress.write('since', 0);
    const end = await feedAndWatch({ target, seed, from: next, to, memory }, watch, findings);
    const number = progress.read('number');
    if (end && end !== 'enough' && progress.read('since') === 0) throw new Error(`No input was fed: ${end.error}`);
    // What others left behind can be held against an innocent input: only one that does it twice, in a new thread, counts.
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

/** For how long the processor has been busy with the same input, when that is too long. */
function stopwatch() {
  let seen = -1;
  let busyBefore = 0;
  return (number: number, since: number): string | undefined => {
    const { user, system } = process.cpuUsage();
    const busy = (user + system) / 1000;
    if (number !== seen || since === 0) [seen, busyBefore] = [number, busy];
    if (busy - busyBefore > longest) return `${Math.round(busy - busyBefore)} ms of work`;
    return since > 0 && Date.now() - since > longestWait ? `${Date.now() - since} ms` : undefined;
  };
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
      if (!end) return;
      clearInterval(timer);
      void worker.terminate();
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
