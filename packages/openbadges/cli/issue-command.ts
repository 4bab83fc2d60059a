import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command, CommandContext } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { type IssuePlan, issuePlan } from './issue/issue-plan.ts';
import { type Issued, issueRows, type Watcher } from './issue/issue-rows.ts';
import { ProgressBar } from './issue/progress-bar.ts';
import { isOn } from './option-values.ts';
import { paintFor } from './paint.ts';
import { printable } from './printable.ts';

export const issueCommand: Command = {
  name: 'issue',
  summary: 'Make a signed badge for every row of a table.',
  usage: ['issue TEMPLATE.json RECIPIENTS.csv --key FILE --out FOLDER [--bake PICTURE] [--format json|jwt]'],
  about: [
    'The template is what “badges sign” takes: issuer, achievement and subject, or a whole credential. Wherever it says {{column}}, the cell of that column is put. The first line of the table names the columns. Commas, semicolons and tabs are understood, so a spreadsheet’s “CSV UTF-8” is right as it is.',
    'When the template does not say who the badge is for, the table does: email is written into the badge as a hash with a fresh salt, so that nobody can read it out of the badge, name as it is, and id (a DID or address) as the id of the recipient.',
    'It may be stopped or killed at any time: the same command again makes what is missing. A row that has its file gets no second one, wherever in the table it stands. A row that is changed is a new row, and so is every row when the template, the key or the picture changes.',
    'Rows that cannot be used are named with their line and do not stop the others; then the exit code is 1.',
  ],
  samples: [
    {
      name: 'swimmer.json',
      text: `{
  "issuer": { "name": "A school", "url": "https://school.example" },
  "achievement": {
    "name": "Swimmer",
    "description": "Swims.",
    "criteria": { "narrative": "Swam {{metres}} metres without a break." }
  }
}`,
    },
    { name: 'class-3b.csv', text: 'email,name,metres\nana@example.org,Ana,50\nben@example.org,Ben,100' },
  ],
  options: {
    key: { type: 'string', short: 'k', value: 'FILE', text: 'The key, as “badges keygen” makes it.' },
    out: { type: 'string', short: 'o', value: 'FOLDER', text: 'Where the files go; made if it is not there.' },
    bake: { type: 'string', short: 'b', value: 'PICTURE', text: 'Put each badge into a copy of this PNG or SVG.' },
    format: {
      type: 'string',
      value: 'FORMAT',
      choices: ['json', 'jwt', 'png', 'svg'],
      text: 'json unless said; png and svg need --bake.',
    },
    set: {
      type: 'boolean',
      text: 'Two proofs side by side, for wallets that know only the older Ed25519Signature2020.',
    },
    'status-list': {
      type: 'string',
      value: 'FILE',
      text: 'Give every badge a place in this status list (see “badges status”), so that it can be revoked. Which places are taken is kept beside it, in FILE.places.',
    },
    check: { type: 'boolean', text: 'Look at every row and write nothing.' },
  },
  examples: [
    {
      line: 'issue swimmer.json class-3b.csv --key key.json --out badges',
      says: 'One JSON file for each row of class-3b.csv.',
    },
    {
      line: 'issue swimmer.json class-3b.csv --key key.json --out badges --bake medal.png',
      says: 'The same as pictures.',
    },
    {
      line: 'issue swimmer.json class-3b.csv --key key.json --out badges --check',
      says: 'Is everything in the table right?',
    },
  ],
  run: runIssue,
};

async function runIssue(context: CommandContext): Promise<number> {
  const plan = await issuePlan(context);
  const bar = new ProgressBar(context, tableSize(plan.table, context));
  const isTrial = isOn(context.values, 'check');
  try {
    const issued = await issueRows(plan, isTrial, watcherOf(plan, bar, context), context);
    bar.clear();
    context.stdout.write(summary(issued, plan, isTrial));
    if (issued.isStopped) return exitCodes.stopped;
    return issued.bad > 0 ? exitCodes.no : exitCodes.good;
  } finally {
    bar.clear();
  }
}

/** More rows than somebody reads are only counted. */
const mostTold = 50;

function watcherOf({ table }: IssuePlan, bar: ProgressBar, context: CommandContext): Watcher {
  const { red, yellow } = paintFor({ ...context, stdout: context.stderr });
  let told = 0;
  const tell = (sentence: string) => {
    told += 1;
    if (told > mostTold) return;
    bar.clear();
    context.stderr.write(`${sentence}\n${told === mostTold ? 'More rows like these are only counted.\n' : ''}`);
  };
  return {
    progress: (bytes, { made, present }) => bar.show(bytes, `${made + present} badges`),
    badRow: (line, sentence) => tell(`${red('✗')} ${printable(table)}, line ${line}: ${printable(sentence)}`),
    repeatedRow: (line) =>
      tell(
        `${yellow('!')} ${printable(table)}, line ${line}: an earlier row is the same; it gets a badge of its own all the same.`,
      ),
  };
}

function summary({ made, present, bad, isStopped }: Issued, { out }: IssuePlan, isTrial: boolean): string {
  const lines = isTrial
    ? [`${made} ${made === 1 ? 'row is' : 'rows are'} good, nothing was written.`]
    : [
        `${made + present === 1 ? '1 badge' : `${made + present} badges`} in ${printable(out)}: ${made} made now, ${present} there already.`,
      ];
  if (bad === 1) lines.push('1 row could not be used: correct it and run the same command again.');
  if (bad > 1) lines.push(`${bad} rows could not be used: correct them and run the same command again.`);
  if (isStopped) lines.push('Stopped. The same command goes on from here.');
  return `${lines.join('\n')}\n`;
}

function tableSize(name: string, { cwd }: CommandContext): number {
  return name === '-' ? 0 : (statSync(resolve(cwd, name), { throwIfNoEntry: false })?.size ?? 0);
}
