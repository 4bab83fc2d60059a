import { type Actor, actorId } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import type { Id, PersonId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tables.ts';
import { findAchievement } from '../achievements/index.ts';
import { type Batch, type Column, mostColumns, mostRows, mostRowsAtOnce, type TableEncoding } from './batch-model.ts';
import { analyzeRows, insertRows } from './batch-row-store.ts';
import { insertBatch, updateBatch } from './batch-store.ts';
import { startChecking } from './check-batch.ts';
import { recogniseTable } from './csv/decode-table.ts';
import { distinctHeaders, isWithoutHeaders, matchColumns, nameColumns } from './csv/match-columns.ts';
import { BrokenTable, readTable, type TableLine } from './csv/read-table.ts';
import { whyNotAward } from './policy.ts';

type Needs = Pick<App, 'clock' | 'db' | 'jobs' | 'live' | 'newId'>;

export interface TableFile {
  name: string;
  bytes: Uint8Array;
}

const rowsAtOnce = 1000;

/**
 * Reads a file of recipients into a batch that can be looked through. Nothing is awarded by it.
 * Rows are written while the file is read, so memory does not grow with it.
 */
export async function openBatch(
  app: Needs,
  actor: Actor,
  achievementId: Id<'ach'>,
  file: TableFile,
): Promise<Id<'bat'>> {
  const achievement = await findAchievement(app.db, achievementId);
  if (!achievement) throw new Refusal('achievement.not-found', { id: achievementId });
  const reason = whyNotAward(actor, achievement);
  if (reason) throw new Refusal(reason, { id: achievement.id });
  const table = recogniseTable(file.bytes);
  if ('notATable' in table) throw new Refusal('award.file-not-readable', { problem: table.notATable, line: 1 });

  const id = app.newId('bat');
  const batch = {
    id,
    achievementId,
    issuerId: achievement.issuerId,
    name: file.name.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 120) || 'CSV',
    createdBy: actorId(actor) as PersonId,
    createdAt: app.clock(),
  };
  await app.db.transaction().execute(async (tx) => {
    const total = await readInto(tx, batch, file.bytes, table.encoding);
    await updateBatch(tx, id, { total });
    if (total > mostRowsAtOnce) await analyzeRows(tx);
    await startChecking(app, tx, id, total);
    await record(app, tx, {
      verb: 'batch.opened',
      by: actor,
      about: id,
      onBehalfOf: achievement.issuerId,
      data: { achievement: achievementId, rows: total },
    });
  });
  return id;
}

type NewBatch = Pick<Batch, 'id' | 'achievementId' | 'issuerId' | 'name' | 'createdBy' | 'createdAt'>;

async function readInto(tx: Tx, batch: NewBatch, bytes: Uint8Array, encoding: TableEncoding): Promise<number> {
  let waiting: TableLine[] = [];
  let total = 0;
  let begun = false;
  const put = async () => {
    await insertRows(tx, batch.id, waiting);
    waiting = [];
  };
  for await (const row of lines(bytes, encoding)) {
    if (!begun) {
      begun = true;
      const { columns, isRow } = readHeaders(row);
      await insertBatch(tx, { ...batch, columns, encoding, state: 'checking', message: '', total: 0, checked: 0 });
      if (!isRow) continue;
    }
    total += 1;
    if (total > mostRows) throw new Refusal('award.too-many-rows', { limit: mostRows });
    waiting.push(row);
    if (waiting.length === rowsAtOnce) await put();
  }
  if (total === 0) throw new Refusal('award.no-recipients');
  await put();
  return total;
}

async function* lines(bytes: Uint8Array, encoding: TableEncoding): AsyncGenerator<TableLine> {
  try {
    yield* readTable(bytes, encoding);
  } catch (error) {
    if (!(error instanceof BrokenTable)) throw error;
    throw new Refusal('award.file-not-readable', { problem: error.problem, line: error.line });
  }
}

function readHeaders({ cells, line }: TableLine): { columns: Column[]; isRow: boolean } {
  if (cells.length > mostColumns) throw new Refusal('award.file-not-readable', { problem: 'tooManyColumns', line });
  const isRow = isWithoutHeaders(cells);
  return { columns: matchColumns(distinctHeaders(isRow ? nameColumns(cells) : cells)), isRow };
}
