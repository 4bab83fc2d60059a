import type { Report } from '../src/verify/report.ts';
import type { Command, CommandContext } from './command.ts';
import { wrongUse } from './command-error.ts';
import { jsonLine } from './json-text.ts';
import { allowOption, isOn, textOption, textOptions } from './option-values.ts';
import { paintFor } from './paint.ts';
import { answerOf, exitCodeOf, worst } from './verify/answer.ts';
import { readTrustLists } from './verify/read-trust-lists.ts';
import { reportText } from './verify/report-text.ts';
import { reportsOf } from './verify/reports-of.ts';
import { readSnapshot, writeSnapshot } from './verify/snapshot-file.ts';

export const verifyCommand: Command = {
  name: 'verify',
  summary: 'Check whether a badge is genuine and still holds.',
  usage: ['verify FILE|URL|- … [--recipient EMAIL] [--offline] [--trust FILE] [--json]'],
  about: [
    'Takes badges of every version (0.5 to 3.0) as PNG or SVG picture, JSON, JWT, PDF, ZIP, or the address where one lies; - is standard input. Several badges in one file are checked one by one.',
    'A badge is valid only when it was not changed, when its issuer’s own document lists the key it was signed with, when it was neither revoked nor suspended, and when its dates include today. What could not be found out is never called valid.',
    'Exit codes: 0 valid; 1 not valid, revoked, suspended, expired, not yet valid, or no badge in the file; 2 could not be checked, also when the file cannot be read. Of several the worst counts.',
  ],
  options: {
    recipient: {
      type: 'string',
      short: 'r',
      multiple: true,
      value: 'EMAIL',
      text: 'Does it belong to this e-mail address or id? It is compared here and sent to nobody.',
    },
    offline: { type: 'boolean', text: 'Ask nobody. What only the issuer’s server knows is then said to be unknown.' },
    trust: {
      type: 'string',
      multiple: true,
      value: 'FILE|URL',
      text: 'A list of known issuers in any of the usual forms; the answer says which list knows the issuer, and since when.',
    },
    snapshot: {
      type: 'string',
      value: 'FILE',
      text: 'Keep here what was seen on the way. With --offline later, the answer as last seen is told beside.',
    },
    challenge: { type: 'string', value: 'TEXT', text: 'What a presentation must have been asked with.' },
    domain: { type: 'string', value: 'TEXT', text: 'Whom a presentation must have been made for.' },
    allow: allowOption,
    json: {
      type: 'boolean',
      text: 'One line of JSON for each badge instead of text: verdict, version, checks, issuer, achievement, recipient, validFrom, validUntil; with several badges also the name of the file.',
    },
  },
  examples: [
    { line: 'verify badge.png', says: 'Check a picture that somebody sent.' },
    { line: 'verify badge.png --recipient ana@example.org', says: 'Does it belong to Ana?' },
    { line: 'verify https://school.example/badges/17', says: 'Check what lies at an address.' },
    { line: 'verify *.png --json > answers.jsonl', says: 'Check many and keep the answers.' },
  ],
  run: runVerify,
};

async function runVerify(context: CommandContext): Promise<number> {
  const { args, values, clock } = context;
  if (args.length === 0)
    throw wrongUse('Which badge? Name a file or an address.', 'For example: badges verify badge.png');
  const snapshotName = textOption(values, 'snapshot');
  const before = snapshotName === undefined ? undefined : await readSnapshot(snapshotName, context);
  const environment = context.environment(
    {
      clock,
      offline: isOn(values, 'offline'),
      recipient: textOptions(values, 'recipient'),
      trust: await readTrustLists(context),
      snapshot: before,
      presentation: { challenge: textOption(values, 'challenge'), domain: textOption(values, 'domain') },
    },
    textOptions(values, 'allow'),
  );

  const codes: number[] = [];
  const seen: Report['snapshot'][] = [];
  for (const source of args) {
    if (context.signal.aborted) break;
    const reports = await reportsOf(source, environment, context);
    for (const [at, report] of reports.entries()) {
      const name = nameOf(report, source, at, reports.length);
      write(report, name, args.length + reports.length > 2, context);
      codes.push(exitCodeOf(answerOf(report).verdict));
      seen.push(report.snapshot);
    }
  }
  if (snapshotName !== undefined) writeSnapshot(snapshotName, seen, before, context);
  return worst(codes);
}

function nameOf({ format }: Report, source: string, at: number, count: number): string {
  if (format.place !== undefined) return `${source} › ${format.place}`;
  return count > 1 ? `${source} (${at + 1} of ${count})` : source;
}

function write(report: Report, name: string, isOneOfMany: boolean, context: CommandContext): void {
  if (!isOn(context.values, 'json')) {
    context.stdout.write(`${reportText(report, name, paintFor(context))}${isOneOfMany ? '\n' : ''}`);
    return;
  }
  context.stdout.write(jsonLine({ ...(isOneOfMany ? { file: name } : {}), ...answerOf(report) }));
}
