import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { diceFor } from './dice.ts';
import { type FuzzResult, fuzzOneTarget } from './fuzz-one-target.ts';
import { targets } from './targets.ts';

const help = `Feeds every parser of the library with inputs that are wrong on purpose.

npm run fuzz -- [--target png,svg] [--runs 1000000] [--minutes 10] [--seed 1] [--from 0] [--out fuzz-findings]

Each target gets that many inputs, or as many as fit into the minutes. An input is known by its seed and its number:
--target png --seed 7 --from 1234 --runs 1 makes it again. Targets: ${targets.map(({ name }) => name).join(' ')}
Ends with 1 when something was found: an exception that is no named error, an answer that contradicts itself, more than
one second for one input, or more than 256 MB.`;

const { values } = parseArgs({
  options: {
    target: { type: 'string' },
    runs: { type: 'string', default: '1000000' },
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    out: { type: 'string', default: 'fuzz-findings' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(help);
else process.exitCode = await fuzzAll();

async function fuzzAll(): Promise<number> {
  const [runs, minutes, seed, from] = [values.runs, values.minutes, values.seed, values.from].map(Number);
  const isNumeric = [runs, minutes, seed, from].every((value) => value !== undefined && value >= 0);
  const names = values.target?.split(',') ?? targets.map(({ name }) => name);
  const unknown = names.find((name) => !targets.some((target) => target.name === name));
  if (!isNumeric || unknown !== undefined) {
    console.error(unknown === undefined ? help : `There is no target ${unknown}.\n\n${help}`);
    return 64;
  }
  const limits = { seed: seed ?? 1, from: from ?? 0, runs: runs ?? 0, time: (minutes ?? 0) * 60_000 };
  let found = 0;
  print(['target', 'inputs', 'per second', 'slowest ms', 'peak MB', 'findings']);
  for (const name of names) {
    const result = await fuzzOneTarget(name, limits);
    found += result.findings.length;
    print(cells(name, result));
    keep(name, limits.seed, result);
  }
  return found > 0 ? 1 : 0;
}

function cells(name: string, { inputs, perSecond, slowest, slowestNumber, peak, findings }: FuzzResult): string[] {
  const slow = `${slowest.toFixed(0)} (#${slowestNumber})`;
  return [name, inputs.toLocaleString('en'), perSecond.toFixed(0), slow, peak.toFixed(0), `${findings.length}`];
}

function print(row: string[]): void {
  console.log(row.map((cell, index) => (index === 0 ? cell.padEnd(10) : cell.padStart(16))).join(''));
}

/** Each finding as the input itself, and beside it what happened and how to make it again. */
function keep(name: string, seed: number, { findings }: FuzzResult): void {
  const target = targets.find((each) => each.name === name);
  const folder = resolve(values.out);
  for (const { number, kind, error } of findings) {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `${name}-${seed}-${number}`);
    if (target) writeFileSync(`${file}.bin`, target.make(diceFor(seed, number)));
    const again = `npm run fuzz -- --target ${name} --seed ${seed} --from ${number} --runs 1`;
    writeFileSync(`${file}.txt`, `${kind}: ${error}\n\n${again}\n`);
    console.log(`  ${kind} #${number}: ${error.split('\n')[0]} → ${file}.txt`);
  }
}
