import { parentPort, workerData } from 'node:worker_threads';
import { BadgeError } from '../model/badge-error.ts';
import { isObject, type JsonObject } from '../model/json.ts';
import {
  type CredentialTemplate,
  compileCredential,
  type TemplateOptions,
  type TemplateValues,
} from '../proof/credential-template.ts';
import { issueCredential } from '../proof/issue-credential.ts';
import type { ProofsResult } from '../proof/proof-result.ts';
import { verifyProofs } from '../proof/verify-proofs.ts';
import { nodeTools } from './node-tools.ts';
import type { ProofJob, RowAnswer, ThreadOrder } from './proof-work.ts';
import { importSigningKey } from './signing-keys.ts';

type Doing = (row: string) => Promise<string | ProofsResult>;

const tools = nodeTools();
const jobs = new Map<number, Doing>();
/** The row in work, for whoever has to say where this thread ended. */
const place = new Int32Array(workerData as SharedArrayBuffer);

parentPort?.on('message', async (order: ThreadOrder) => {
  if ('define' in order) jobs.set(order.job, doing(order.define));
  else if ('forget' in order) jobs.delete(order.job);
  else parentPort?.postMessage(await answers(order.rows, jobs.get(order.job) as Doing));
});

function doing(job: ProofJob): Doing {
  if (job.kind === 'verify') return (row) => checked(row, job.options);
  const key = importSigningKey(job.pkcs8);
  if (job.kind === 'issue') {
    const options = { ...job.options, key };
    return async (row) => JSON.stringify(await issueCredential(parsed(row), options, tools));
  }
  return filling(job, { ...job.options, key });
}

/** An example that cannot be signed is known from the first row on. */
function filling({ example, pointers }: Extract<ProofJob, { kind: 'fill' }>, options: TemplateOptions): Doing {
  let template: Promise<CredentialTemplate> | undefined;
  return async (row) => {
    template ??= compileCredential(example, pointers, tools);
    return JSON.stringify(await (await template).issue(parsed(row) as TemplateValues, options));
  };
}

async function answers(rows: readonly string[], run: Doing): Promise<RowAnswer[]> {
  const done: RowAnswer[] = [];
  for (const [index, row] of rows.entries()) {
    Atomics.store(place, 0, index);
    done.push(await answer(row, run));
  }
  return done;
}

async function answer(row: string, run: Doing): Promise<RowAnswer> {
  try {
    return { ok: true, value: await run(row) };
  } catch (error) {
    if (!(error instanceof BadgeError)) throw error;
    return { ok: false, code: error.code, values: error.values };
  }
}

function parsed(row: string): JsonObject {
  const document = parsedJson(row);
  if (!isObject(document)) throw new BadgeError('canon.not-json');
  return document;
}

function parsedJson(row: string): unknown {
  try {
    return JSON.parse(row);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Canonical forms stay here: they are larger than the document. */
async function checked(row: string, options: Extract<ProofJob, { kind: 'verify' }>['options']): Promise<ProofsResult> {
  const { proofs, ...result } = await verifyProofs(parsed(row), options, tools);
  return { ...result, proofs: proofs.map(({ steps, ...proof }) => proof) };
}
