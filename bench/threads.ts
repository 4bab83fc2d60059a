import { availableParallelism } from 'node:os';
import { compileCredential, type issueCredential, type JsonObject } from 'openbadges';
import { nodeTools, type ProofPool, proofPool } from 'openbadges/node';
import { benchmarkCredential } from './credential.ts';
import { keyIssuer } from './documents.ts';
import type { Benchmark } from './measure.ts';

const rows = 2000;

/** Many rows in as many threads as there are cores, beside one thread: what a second core adds. */
export async function threadBenchmarks(): Promise<Benchmark[]> {
  const { key, id, verificationMethod } = keyIssuer('Ed25519');
  const example = benchmarkCredential(id);
  const options = {
    key,
    verificationMethod,
    created: new Date('2026-01-05T10:00:00Z'),
    suites: ['eddsa-rdfc-2022'] as const,
  };
  const signed = await signedRows(example, options);
  const [many, one] = [proofPool(), proofPool({ size: 1 })];
  const issue = (pool: ProofPool) => counted(pool.issueFrom({ example, pointers: ['/id'] }, ids(), options));
  const verify = (pool: ProofPool) => counted(pool.verify(signed));
  const peerName = 'the same in one thread';
  return [
    {
      name: `issue in ${availableParallelism()} threads`,
      ours: () => issue(many),
      peer: () => issue(one),
      peerName,
      each: rows,
    },
    {
      name: `verify in ${availableParallelism()} threads`,
      ours: () => verify(many),
      peer: () => verify(one),
      peerName,
      each: rows,
    },
  ];
}

function* ids() {
  for (let row = 0; row < rows; row += 1) yield { '/id': `https://hub.example/credentials/crd_${row}` };
}

async function signedRows(example: JsonObject, options: Parameters<typeof issueCredential>[1]): Promise<string[]> {
  const template = await compileCredential(example, ['/id'], nodeTools());
  const signed: string[] = [];
  for (const values of ids()) signed.push(JSON.stringify(await template.issue(values, options)));
  return signed;
}

async function counted(answers: AsyncGenerator<{ error?: Error }>): Promise<void> {
  let count = 0;
  for await (const { error } of answers) {
    if (error) throw error;
    count += 1;
  }
  if (count !== rows) throw new Error(`${count} answers to ${rows} rows`);
}
