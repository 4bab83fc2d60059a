import { cpus } from 'node:os';
import { canonicalBenchmarks } from './canonical.ts';
import { measure, type Row } from './measure.ts';
import { pictureBenchmarks } from './pictures.ts';
import { printTable } from './print.ts';
import { proofBenchmarks } from './proofs.ts';
import { sdBenchmarks } from './sd.ts';
import { statusListBenchmarks } from './status-lists.ts';
import { templateBenchmarks } from './templates.ts';
import { threadBenchmarks } from './threads.ts';
import { tokenBenchmarks } from './tokens.ts';
import { wholeCheckBenchmarks } from './whole-check.ts';

const asJson = process.argv.includes('--json');
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);
const roundMs = 400;

const benchmarks = [
  ...(await proofBenchmarks()),
  ...(await sdBenchmarks()),
  ...(await templateBenchmarks()),
  ...(await threadBenchmarks()),
  ...(await canonicalBenchmarks()),
  ...(await wholeCheckBenchmarks()),
  ...(await tokenBenchmarks()),
  ...pictureBenchmarks(),
  ...(await statusListBenchmarks()),
];
const rows: Row[] = [];
for (const benchmark of benchmarks) {
  if (only && !benchmark.name.includes(only)) continue;
  rows.push(await measure(benchmark, roundMs));
}
if (asJson) console.log(JSON.stringify({ rows }, null, 2));
else {
  console.log(`Node ${process.version}, ${cpus()[0]?.model.trim()}, one process, median of five rounds\n`);
  printTable(rows);
}
