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
const atFirst = process.memoryUsage.rss();
/** What is garbage is no finding: it is collected before it could be taken for one (bytes). */
const untidy = 96 * 1024 * 1024;

// The first inputs wait for modules that are loaded when they are needed; nobody's clock runs meanwhile.
for (let number = 0; number < 20; number += 1) await fed(target.make(diceFor(0, number)));

for (let number = from; number < to; number += 1) {
  const input = target.make(diceFor(seed, number));
  const start = performance.now();
  progress.write('number', number);
  progress.write('since', Date.now());
  const error = await fed(input);
  if (error !== undefined) parentPort?.postMessage({ number, error } satisfies Fault);
  const took = performance.now() - start;
  if (took > progress.read('slowest')) {
    progress.write('slowest', took);
    progress.write('slowestNumber', number);
  }
  if (number % 32 === 0 && process.memoryUsage.rss() - atFirst > untidy) globalThis.gc?.();
}
progress.write('number', to);

/** What was thrown that is no answer, as text. */
async function fed(input: Uint8Array): Promise<string | undefined> {
  try {
    const answer = target?.feed(input);
    if (answer instanceof Promise) await answer;
    return undefined;
  } catch (error) {
    return isBadgeFault(error) ? undefined : describe(error);
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
