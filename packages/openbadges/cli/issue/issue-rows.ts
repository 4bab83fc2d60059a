import { setImmediate } from 'node:timers/promises';
import type { JsonObject } from '../../src/model/json.ts';
import { nodeTools } from '../../src/node/node-tools.ts';
import { signVcJwt } from '../../src/proof/sign-vc-jwt.ts';
import { baked } from '../bake-command.ts';
import type { CommandContext } from '../command.ts';
import { refused, wrongUse } from '../command-error.ts';
import { suitesFor } from '../sign/suites-for.ts';
import { brokenModelRule, whyNotSign } from '../sign/why-not-sign.ts';
import { bulkSigner } from './bulk-signer.ts';
import type { IssuePlan } from './issue-plan.ts';
import { OutputFolder } from './output-folder.ts';
import { readTable, type TableRecord } from './read-table.ts';
import { rowCredential } from './row-credential.ts';
import { RowFiles } from './row-file.ts';
import { rowTrouble } from './row-trouble.ts';
import { rowOf, type TableHeader, tableHeader } from './table-header.ts';
import type { Row } from './template-holes.ts';
import { namesOneRecipient, needsRecipient } from './with-recipient.ts';

export interface Issued {
  /** Files made now, and files that were there from a run before. */
  made: number;
  present: number;
  bad: number;
  isStopped: boolean;
}

/** What whoever watches is told on the way. */
export interface Watcher {
  progress(bytes: number, issued: Issued): void;
  badRow(line: number, sentence: string): void;
  repeatedRow(line: number): void;
}

/** Rows between two looks at whether somebody pressed Ctrl-C. */
const breath = 32;

/**
 * Makes one file for each row of the table that is good, and none for a row that has one. It may be stopped or killed
 * at any time: the next run does what is left. With `isTrial` nothing is written.
 */
export async function issueRows(
  plan: IssuePlan,
  isTrial: boolean,
  watcher: Watcher,
  context: CommandContext,
): Promise<Issued> {
  const issued: Issued = { made: 0, present: 0, bad: 0, isStopped: false };
  const records = readTable(plan.table, context);
  const header = await headerOf(records, plan);
  const files = new RowFiles(plan.identity, header, plan.ending);
  const folder = isTrial ? undefined : new OutputFolder(plan.out, context);
  const write = rowWriter(plan, header, context);
  for await (const record of records) {
    if (context.signal.aborted) return { ...issued, isStopped: true };
    try {
      await issueRow(record);
    } catch (error) {
      issued.bad += 1;
      watcher.badRow(record.line, rowTrouble(error, plan.template));
    }
    watcher.progress(record.bytes, issued);
    if ((issued.made + issued.present) % breath === 0) await setImmediate();
  }
  return issued;

  async function issueRow({ line, cells, isBroken }: TableRecord): Promise<void> {
    if (isBroken) throw refused('a quotation mark opens in this line and is not closed.');
    refuseOtherEncoding(cells);
    refuseOtherLength(cells.length, header.columns.length);
    const row = rowOf(header, cells);
    const { name, isRepeated } = files.next(row);
    if (isRepeated) watcher.repeatedRow(line);
    if (folder?.has(name)) {
      issued.present += 1;
      return;
    }
    const content = await write(row);
    folder?.put(name, content);
    issued.made += 1;
  }
}

async function headerOf(records: AsyncGenerator<TableRecord>, { template, table }: IssuePlan): Promise<TableHeader> {
  const first = await records.next();
  if (first.done) throw refused(`${table} is empty.`, 'The first line names the columns, for example: email,name');
  const header = tableHeader(first.value.cells, template, needsRecipient(template));
  refuseOneForAll(header, template);
  return header;
}

/** Whoever signed one badge and takes its file for a template would make a whole class of badges for that one person. */
function refuseOneForAll({ email, id, used }: TableHeader, template: JsonObject): void {
  const column = email ?? id;
  if (column === undefined || used.includes(column) || !namesOneRecipient(template)) return;
  throw wrongUse(
    'The template says who the badge is for, so every row would be for the same one.',
    `Take the recipient out of “subject”, and the column ${column} says it. badges help issue shows a template.`,
  );
}

/** From a row to the content of its file. */
function rowWriter(plan: IssuePlan, header: TableHeader, context: CommandContext) {
  const now = context.clock();
  const { key, verificationMethod } = plan.key;
  const signed = plan.isJwt
    ? (document: JsonObject) => signVcJwt(checked(document), { key, kid: verificationMethod })
    : jsonSigner(plan, now);
  return async (row: Row): Promise<string | Uint8Array> => {
    const document = rowCredential(plan, row, header, { random: context.random, now });
    refuseBroken(brokenModelRule(document));
    const text = await signed(document);
    return plan.picture ? baked(plan.picture.bytes, text, plan.picture.name) : `${text}\n`;
  };
}

function jsonSigner({ key: { key, verificationMethod }, isSet }: IssuePlan, created: Date) {
  const suites = suitesFor(key.publicKey, isSet);
  const sign = bulkSigner({ key, verificationMethod, created, suites }, nodeTools(), checked);
  return async (document: JsonObject): Promise<string> => JSON.stringify(await sign(document));
}

function checked(document: JsonObject): JsonObject {
  refuseBroken(whyNotSign(document));
  return document;
}

function refuseBroken(reason: string | undefined): void {
  if (reason) throw refused(`the badge breaks a rule of the standard ${reason}`);
}

/** What UTF-8 cannot read becomes U+FFFD: the table was saved in an older encoding. */
function refuseOtherEncoding(cells: readonly string[]): void {
  const cell = cells.find((each) => each.includes('\ufffd'));
  if (cell === undefined) return;
  throw refused(`“${cell.slice(0, 80)}” is no UTF-8.`, 'In the spreadsheet, save the table as “CSV UTF-8”.');
}

function refuseOtherLength(cells: number, columns: number): void {
  if (cells === columns) return;
  const remedy =
    cells > columns ? 'Write “…” around a cell with a comma in it.' : 'Add the missing ones, also empty ones.';
  throw refused(`the row has ${cells} cells and the first line ${columns}.`, remedy);
}
