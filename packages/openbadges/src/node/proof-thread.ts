import { Worker } from 'node:worker_threads';
import type { ProofJob, RowAnswer, ThreadOrder } from './proof-work.ts';

/** What came of a batch: an answer for each row, or the row at which the thread ended (-1: before the first). */
export type BatchEnd = { answers: RowAnswer[] } | { endedAt: number; cause: unknown };

/** One thread, started when there is work for it and again after it ended. It keeps no process alive while idle. */
export interface ProofThread {
  run(id: number, job: ProofJob, rows: readonly string[]): Promise<BatchEnd>;
  forget(id: number): void;
  close(): Promise<void>;
}

export function proofThread(file: URL | undefined): ProofThread {
  const place = new Int32Array(new SharedArrayBuffer(4));
  const known = new Set<number>();
  let worker: Worker | undefined;
  let onEnd: ((cause: unknown) => void) | undefined;

  function start(): Worker {
    known.clear();
    const started = startWorker(file, place.buffer);
    const ended = (cause: unknown) => {
      if (worker !== started) return;
      worker = undefined;
      onEnd?.(cause);
    };
    return started.once('error', ended).once('exit', (code) => ended(new Error(`The thread ended with ${code}`)));
  }

  return {
    run(id, job, rows) {
      worker ??= start();
      const running = worker;
      const orders: ThreadOrder[] = known.has(id) ? [] : [{ job: id, define: job }];
      known.add(id);
      Atomics.store(place, 0, -1);
      running.ref();
      return new Promise((resolve) => {
        const answered = (answers: RowAnswer[]) => settle({ answers });
        const settle = (end: BatchEnd) => {
          onEnd = undefined;
          running.off('message', answered).unref();
          resolve(end);
        };
        onEnd = (cause) => settle({ endedAt: Atomics.load(place, 0), cause });
        running.on('message', answered);
        for (const order of [...orders, { job: id, rows }]) running.postMessage(order);
      });
    },
    forget(id) {
      if (known.delete(id)) worker?.postMessage({ job: id, forget: true } satisfies ThreadOrder);
    },
    async close() {
      await worker?.terminate();
    },
  };
}

function startWorker(file: URL | undefined, place: SharedArrayBuffer): Worker {
  return new Worker(file ?? ownFile(), { workerData: place });
}

/** Built: the file beside this one. In the sources: one that loads the loader for TypeScript first. */
function ownFile(): URL {
  return import.meta.url.endsWith('.ts')
    ? new URL('../../scripts/proof-worker-of-sources.mjs', import.meta.url)
    : new URL('./proof-worker.js', import.meta.url);
}
