import { BadgeError } from '../model/badge-error.ts';
import { type BatchEnd, type ProofThread, proofThread } from './proof-thread.ts';
import type { ProofJob, RowAnswer } from './proof-work.ts';

/** Rows that go to one thread together. */
export interface Batch {
  /** Of the job. */
  id: number;
  job: ProofJob;
  rows: readonly string[];
  /** The number of the first row. */
  from: number;
}

interface Waiting extends Batch {
  answers: (RowAnswer | undefined)[];
  tries: number;
  done(result: RowAnswer[] | BadgeError): void;
}

/** Batches that wait for one of these threads. */
export interface BatchQueue {
  jobId(): number;
  /** Resolves to an answer for each row, or to the error for which there is none. Never rejects. */
  add(batch: Batch): Promise<RowAnswer[] | BadgeError>;
  /** Drops what waits of a job, and what threads know of it. */
  forget(id: number): void;
  close(): Promise<void>;
}

export function batchQueue(size: number, file: URL | undefined): BatchQueue {
  const threads = Array.from({ length: size }, () => proofThread(file));
  const idle = [...threads];
  const running = new Set<Waiting>();
  let queue: Waiting[] = [];
  let jobs = 0;
  let isClosed = false;

  function pump(): void {
    while (queue.length > 0 && idle.length > 0) void work(idle.pop() as ProofThread, queue.shift() as Waiting);
  }

  async function work(thread: ProofThread, batch: Waiting): Promise<void> {
    running.add(batch);
    const open = [...batch.rows.keys()].filter((index) => !batch.answers[index]);
    const rows = open.map((index) => batch.rows[index] as string);
    const end = await thread.run(batch.id, batch.job, rows);
    running.delete(batch);
    idle.push(thread);
    if (!isClosed) settle(batch, open, end);
    pump();
  }

  function settle(batch: Waiting, open: number[], end: BatchEnd): void {
    if ('answers' in end) for (const [at, index] of open.entries()) batch.answers[index] = end.answers[at];
    else if (++batch.tries > 1) {
      const error = giveUp(batch, open[end.endedAt], end.cause);
      if (error) {
        batch.done(error);
        return;
      }
    }
    const isThrough = batch.answers.every((answer) => answer !== undefined);
    if (isThrough) batch.done(batch.answers as RowAnswer[]);
    else queue.unshift(batch);
  }

  function add(batch: Batch): Promise<RowAnswer[] | BadgeError> {
    return new Promise((done) => {
      if (isClosed) return done(new BadgeError('pool.closed'));
      queue.push({ ...batch, answers: batch.rows.map(() => undefined), tries: 0, done });
      pump();
    });
  }

  return {
    jobId: () => jobs++,
    add,
    forget(id) {
      queue = queue.filter((batch) => batch.id !== id);
      for (const thread of threads) thread.forget(id);
    },
    async close() {
      isClosed = true;
      for (const { done } of [...queue, ...running]) done(new BadgeError('pool.closed'));
      queue = [];
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

/** A row at which a thread ended twice gets the blame, and the others another turn. A thread that cannot begin is an error. */
function giveUp(batch: Waiting, index: number | undefined, cause: unknown): BadgeError | undefined {
  const values = { row: String(batch.from + (index ?? 0)) };
  if (index === undefined) return new BadgeError('pool.crashed', values, cause);
  batch.tries = 0;
  batch.answers[index] = { ok: false, code: 'pool.crashed', values, cause };
}
