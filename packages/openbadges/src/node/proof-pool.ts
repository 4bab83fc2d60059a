import { availableParallelism } from 'node:os';
import type { SigningKey } from '../keys/cryptography.ts';
import { BadgeError } from '../model/badge-error.ts';
import type { JsonObject } from '../model/json.ts';
import type { TemplateOptions, TemplateValues } from '../proof/credential-template.ts';
import type { IssueOptions } from '../proof/issue-credential.ts';
import type { ProofsResult } from '../proof/proof-result.ts';
import type { VerifyOptions } from '../proof/verify-proofs.ts';
import { batchQueue } from './batch-queue.ts';
import type { ProofJob, RowAnswer } from './proof-work.ts';
import type { ExportableKey } from './signing-keys.ts';

/** The signed credential as JSON text, the bytes to keep; or why there is none. Rows count from 0. */
export type IssuedRow =
  | { row: number; credential: string; error?: undefined }
  | { row: number; credential?: undefined; error: BadgeError };

/** What `verifyProofs` says, without the intermediate values; an error for what is no document. Rows count from 0. */
export type CheckedRow =
  | { row: number; result: ProofsResult; error?: undefined }
  | { row: number; result?: undefined; error: BadgeError };

/** Rows that are there, or that come one after the other. */
export type Rows<T> = Iterable<T> | AsyncIterable<T>;

/** A key that can be given to other threads. */
export type PoolKey = SigningKey & ExportableKey;

/**
 * Threads that sign and check. Answers come in the order of the rows, and no more rows are taken than the threads
 * have work for: both ends may be streams of any length. A thread that ends is replaced and its rows are done once
 * more; a row at which it ends again has the error `pool.crashed`. Several calls at once share the threads.
 */
export interface ProofPool {
  /** As `issueCredential`, for each document. The key goes to each thread once for each call. */
  issue(documents: Rows<JsonObject>, options: IssueOptions & { key: PoolKey }): AsyncGenerator<IssuedRow>;
  /** As `compileCredential`, for each row. An example that cannot be signed is the error of every row. */
  issueFrom(
    template: { example: JsonObject; pointers: readonly string[] },
    rows: Rows<TemplateValues>,
    options: TemplateOptions & { key: PoolKey },
  ): AsyncGenerator<IssuedRow>;
  /** As `verifyProofs`, for each document, or its JSON text as it came. */
  verify(documents: Rows<JsonObject | string>, options?: Omit<VerifyOptions, 'resolveKey'>): AsyncGenerator<CheckedRow>;
  /** Ends the threads; calls that are not through reject with `pool.closed`. Idle threads keep no process alive. */
  close(): Promise<void>;
}

/** All of it is optional. */
export interface ProofPoolOptions {
  /** Threads; as many as the machine has cores for unless said. Started when there is work for them. */
  size?: number;
  /** Rows that go to a thread at once; 64 unless said. */
  batch?: number;
  /**
   * The program of a thread, for those who bundle the library: a file made from `openbadges/proof-worker`.
   * Without a bundle it is found beside the library.
   */
  worker?: URL;
}

/** Opens a pool of threads for many rows. Throws RangeError for sizes below one. */
export function proofPool({ size = availableParallelism(), batch = 64, worker }: ProofPoolOptions = {}): ProofPool {
  if (!(size >= 1 && batch >= 1)) throw new RangeError('A proof pool has one thread and one row in a batch at least');
  const queue = batchQueue(size, worker);

  async function* run(job: ProofJob, rows: Rows<unknown>): AsyncGenerator<[number, RowAnswer]> {
    const id = queue.jobId();
    const waiting: Promise<RowAnswer[] | BadgeError>[] = [];
    let row = 0;
    try {
      for await (const texts of batchesOf(rows, batch)) {
        waiting.push(queue.add({ id, job, rows: texts, from: row + batch * waiting.length }));
        if (waiting.length < size * 2) continue;
        for (const answer of await answersOf(waiting)) yield [row++, answer];
      }
      while (waiting.length > 0) for (const answer of await answersOf(waiting)) yield [row++, answer];
    } finally {
      queue.forget(id);
    }
  }

  async function* issued(job: ProofJob, rows: Rows<unknown>): AsyncGenerator<IssuedRow> {
    for await (const [row, answer] of run(job, rows))
      yield answer.ok ? { row, credential: answer.value as string } : { row, error: errorOf(answer) };
  }

  return {
    issue: (documents, { key, ...options }) => issued({ kind: 'issue', pkcs8: key.exportPkcs8(), options }, documents),
    issueFrom: ({ example, pointers }, rows, { key, ...options }) =>
      issued({ kind: 'fill', pkcs8: key.exportPkcs8(), options, example, pointers }, rows),
    async *verify(documents, options = {}) {
      for await (const [row, answer] of run({ kind: 'verify', options }, documents))
        yield answer.ok ? { row, result: answer.value as ProofsResult } : { row, error: errorOf(answer) };
    },
    close: () => queue.close(),
  };
}

async function answersOf(waiting: Promise<RowAnswer[] | BadgeError>[]): Promise<RowAnswer[]> {
  const answers = (await waiting.shift()) ?? [];
  if (answers instanceof BadgeError) throw answers;
  return answers;
}

async function* batchesOf(rows: Rows<unknown>, size: number): AsyncGenerator<string[]> {
  let texts: string[] = [];
  for await (const row of rows) {
    if (texts.push(textOf(row)) < size) continue;
    yield texts;
    texts = [];
  }
  if (texts.length > 0) yield texts;
}

/** Text is the cheapest to hand over. What is no JSON, a cycle for example, becomes an empty one: `canon.not-json`. */
function textOf(row: unknown): string {
  if (typeof row === 'string') return row;
  try {
    return JSON.stringify(row) ?? '';
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return '';
    throw error;
  }
}

function errorOf(answer: Extract<RowAnswer, { ok: false }>): BadgeError {
  return new BadgeError(answer.code, answer.values, answer.cause);
}
