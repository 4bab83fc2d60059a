import { parentPort, workerData } from 'node:worker_threads';
import { diceFor } from './dice.ts';
import { isBadgeFault } from './is-badge-fault.ts';
import { sharedProgress } from './progress.ts';
import { targets } from './targets.ts';

/** What a thread is given: feed the inputs `from` up to `to` to a target. */
export interface Feeding {
  target: string;
  seed: number;
  from: number;
  to: number;
  memory: SharedArrayBuffer;
}

/** An exception that is no answer. */
export interface Fault {
  number: number;
  error: string;
}

const { target: name, seed, from, to, memory } = workerData as Feeding;
const target = targets.find((each) => each.name === name);
if (!target) throw new Error(`No target ${name}`);
const progress = sharedProgress(memory);

for (let number = from; number < to; number += 1) {
  const input = target.make(diceFor(seed, number));
  const start = performance.now();
  progress.write('number', number);
  progress.write('since', Date.now());
  try {
    const answer = target.feed(input);
    if (answer instanceof Promise) await answer;
  } catch (error) {
    if (!isBadgeFault(error)) parentPort?.postMessage({ number, error: describe(error) } satisfies Fault);
  }
  const took = performance.now() - start;
  if (took > progress.read('slowest')) {
    progress.write('slowest', took);
    progress.write('slowestNumber', number);
  }
}
progress.write('number', to);

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
