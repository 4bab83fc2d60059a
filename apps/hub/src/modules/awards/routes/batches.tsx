import { Hono } from 'hono';
import { z } from 'zod';
import type { App } from '../../../kernel/app.ts';
import { composeText } from '../../../kernel/compose-text.ts';
import { attempt, Refusal } from '../../../kernel/refusal.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { checkbox, optionalLocalTime, optionalParagraphs, several } from '../../../web/fields.ts';
import { flash } from '../../../web/flash.ts';
import { momentOf } from '../../../web/local-time.ts';
import { parseForm, parseQuery } from '../../../web/parse.ts';
import { readForm } from '../../../web/read-form.ts';
import { localPath } from '../../../web/require-person.ts';
import { show } from '../../../web/show.ts';
import { findActor } from '../../actors/index.ts';
import { type Batch, columnMeanings } from '../batch-model.ts';
import { countGaps, findRow, listRows, listRowsAround } from '../batch-row-store.ts';
import { countBatch, listGoing } from '../batch-store.ts';
import { changeRow, dropBatch, matchAgain, type RowChange } from '../change-batch.ts';
import { postProof } from '../post-proof.ts';
import { sendBatch } from '../send-batch.ts';
import { type BatchVerb, steerBatch, takeBackBatch } from '../steer-batch.ts';
import { BatchPage, type BatchPageProps, CheckingPage, type RowView } from '../views/batch-page.tsx';
import { ColumnsPage, type ColumnsPageProps } from '../views/columns-page.tsx';
import { awardPath, batchPath, progressPath } from '../views/paths.ts';
import { ProgressPage } from '../views/progress-page.tsx';
import { isBad } from '../views/row-words.ts';
import { followBatch } from './follow-batch.ts';
import { issuedBatch, refusalSentence } from './issuing.ts';

const Sending = z.object({ message: optionalParagraphs(2000), sendAt: optionalLocalTime, leaveOut: checkbox });
const Matching = z.object({ meaning: several(z.enum(columnMeanings)) });
const Mending = z.looseObject({ act: z.enum(['mend', 'use', 'leave-out', 'take-in']), back: z.string().default('') });
const Viewing = z.object({
  show: z.enum(['context', 'bad', 'all']).default('context'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

export function batchRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>()
    .get('/batches/:id', (c) => preview(app, c))
    .get('/batches/:id/columns', (c) => columns(app, c))
    .post('/batches/:id/columns', (c) => match(app, c))
    .post('/batches/:id/rows/:line{[0-9]+}', (c) => mend(app, c))
    .post('/batches/:id/proof', (c) => proof(app, c))
    .post('/batches/:id/send', (c) => send(app, c))
    .post('/batches/:id/drop', (c) => drop(app, c))
    .get('/batches/:id/progress', (c) => progress(app, c))
    .get('/batches/:id/events', (c) => followBatch(app, c))
    .post('/batches/:id/take-back', (c) => takeBack(app, c))
    .post('/batches/:id/:verb{pause|resume|stop}', (c) => steer(app, c));
}

async function preview(app: App, c: HubContext, more: Partial<BatchPageProps> = {}): Promise<Response> {
  const { achievement, batch } = await issuedBatch(app, c);
  const p = c.get('page');
  if (batch.state === 'checking') return show(c, <CheckingPage p={p} achievement={achievement} batch={batch} />);
  if (!batch.columns.some(({ meaning }) => meaning === 'email'))
    return c.redirect(`${batchPath(batch.id)}/columns`, 303);
  const view = parseQuery(c, Viewing);
  const counts = await countBatch(app.db, batch.id);
  const page = (
    <BatchPage
      p={p}
      app={app}
      achievement={achievement}
      batch={batch}
      counts={counts}
      view={view.show}
      page={view.page}
      bad={await listRows(app.db, batch.id, 'bad', { offset: 0, limit: 10 })}
      going={await goingOut(app, c, batch)}
      {...(await shownRows(app, batch, view.show, view.page, counts.bad))}
      {...more}
    />
  );
  return show(c, page, more.errors ? 422 : 200);
}

const rowsOnPage: Record<RowView, number> = { context: 20, bad: 50, all: 100 };

type ShownRows = Pick<BatchPageProps, 'rows' | 'gaps' | 'pages'>;

async function shownRows(app: App, batch: Batch, view: RowView, page: number, bad: number): Promise<ShownRows> {
  const limit = rowsOnPage[view];
  const window = { offset: (page - 1) * limit, limit };
  const pages = Math.max(1, Math.ceil((view === 'all' ? batch.total : bad) / limit));
  if (view !== 'context') return { rows: await listRows(app.db, batch.id, view, window), pages };
  const wrong = await listRows(app.db, batch.id, 'bad', window);
  const lines = wrong.map(({ line }) => line);
  const rows = await listRowsAround(app.db, batch.id, lines, page === 1 ? 3 : 0);
  const gaps = await countGaps(
    app.db,
    batch.id,
    rows.map(({ line }) => line),
  );
  return { rows, gaps, pages };
}

async function goingOut(app: App, c: HubContext, batch: Batch): Promise<BatchPageProps['going']> {
  const [other] = (await listGoing(app.db, batch.issuerId)).filter(({ id }) => id !== batch.id);
  if (!other) return undefined;
  const starter = other.startedBy && (await findActor(app.db, other.startedBy));
  return {
    p: c.get('page'),
    batch: other,
    counts: await countBatch(app.db, other.id),
    startedByName: starter?.name ?? '',
    now: app.clock(),
    canSend: app.mail.canSend,
  };
}

async function columns(app: App, c: HubContext, more: Partial<ColumnsPageProps> = {}): Promise<Response> {
  const { achievement, batch } = await issuedBatch(app, c);
  const rows = await listRows(app.db, batch.id, 'all', { offset: 0, limit: 5 });
  const page = <ColumnsPage p={c.get('page')} achievement={achievement} batch={batch} rows={rows} {...more} />;
  return show(c, page, more.errors ? 422 : 200);
}

async function match(app: App, c: HubContext): Promise<Response> {
  const { actor, batch } = await issuedBatch(app, c);
  const parsed = await parseForm(c, Matching);
  if (!parsed.ok) return columns(app, c, { errors: parsed.errors });
  const result = await attempt(() => matchAgain(app, actor, batch.id, parsed.value.meaning));
  if ('refusal' in result) {
    const { code, details } = result.refusal;
    if (code !== 'award.no-address-column' && code !== 'award.column-twice') throw result.refusal;
    const said =
      code === 'award.column-twice'
        ? new Refusal(code, { meaning: c.get('page').t(`awards.column.${details.meaning}`) })
        : result.refusal;
    return columns(app, c, { errors: { _form: refusalSentence(c, said) }, meanings: parsed.value.meaning });
  }
  return c.redirect(batchPath(batch.id), 303);
}

async function mend(app: App, c: HubContext): Promise<Response> {
  const { actor, batch } = await issuedBatch(app, c);
  const line = Number(c.req.param('line'));
  const parsed = await parseForm(c, Mending);
  if (!parsed.ok) throw new Refusal('web.not-understood');
  const { act, back } = parsed.value;
  await changeRow(app, actor, batch.id, line, await changeOf(app, batch, line, act, parsed.value));
  const row = await findRow(app.db, batch.id, line);
  if (row && isBad(row)) return c.redirect(`${localPath(back, batchPath(batch.id))}#r${line}`, 303);
  flash(c, 'done', act === 'leave-out' ? 'awards.rows.left-out' : 'awards.rows.mended', { line });
  return c.redirect(localPath(back, batchPath(batch.id)), 303);
}

/** What was typed into the row; with "Use that" the suggestions win. */
async function changeOf(
  app: App,
  batch: Batch,
  line: number,
  act: z.output<typeof Mending>['act'],
  fields: Record<string, unknown>,
): Promise<RowChange> {
  if (act === 'leave-out' || act === 'take-in') return { leftOut: act === 'leave-out' };
  const cells = new Map<number, string>();
  for (const at of batch.columns.keys()) {
    const typed = fields[`c${at}`];
    if (typeof typed === 'string')
      cells.set(
        at,
        composeText(typed)
          .replace(/\p{Cc}/gu, ' ')
          .trim(),
      );
  }
  if (act === 'use') {
    for (const { column, suggestion } of (await findRow(app.db, batch.id, line))?.problems ?? [])
      if (column !== undefined && suggestion) cells.set(column, suggestion);
  }
  return { cells };
}

async function proof(app: App, c: HubContext): Promise<Response> {
  const { actor, batch } = await issuedBatch(app, c);
  const parsed = await parseForm(c, Sending);
  if (!parsed.ok) return preview(app, c, { errors: parsed.errors, values: parsed.values });
  const address = await postProof(app, actor, batch.id, parsed.value.message);
  flash(c, 'done', 'awards.send.proof-sent', { address });
  return c.redirect(batchPath(batch.id), 303);
}

async function send(app: App, c: HubContext): Promise<Response> {
  const { actor, batch } = await issuedBatch(app, c);
  const { t, timeZone } = c.get('page');
  const parsed = await parseForm(c, Sending);
  const { values } = await readForm(c);
  if (!parsed.ok) return preview(app, c, { errors: parsed.errors, values });
  const { message, leaveOut } = parsed.value;
  const sendAt = parsed.value.sendAt ? momentOf(parsed.value.sendAt, timeZone) : undefined;
  if (sendAt && sendAt <= app.clock()) return preview(app, c, { errors: { sendAt: t('awards.send-at-past') }, values });
  const result = await attempt(() => sendBatch(app, actor, batch.id, { message, sendAt, leaveOutAwarded: leaveOut }));
  if ('refusal' in result) {
    if (result.refusal.code !== 'award.no-recipients') throw result.refusal;
    return preview(app, c, { errors: { _form: refusalSentence(c, result.refusal) }, values });
  }
  return c.redirect(progressPath(batch.id), 303);
}

async function drop(app: App, c: HubContext): Promise<Response> {
  const { actor, batch } = await issuedBatch(app, c);
  await dropBatch(app, actor, batch.id);
  flash(c, 'done', 'awards.send.dropped', { file: batch.name });
  return c.redirect(awardPath(batch.achievementId), 303);
}

async function progress(app: App, c: HubContext): Promise<Response> {
  const { achievement, batch } = await issuedBatch(app, c);
  if (batch.state === 'checking' || batch.state === 'preview') return c.redirect(batchPath(batch.id), 303);
  const starter = batch.startedBy && (await findActor(app.db, batch.startedBy));
  const page = (
    <ProgressPage
      p={c.get('page')}
      app={app}
      achievement={achievement}
      batch={batch}
      counts={await countBatch(app.db, batch.id)}
      startedByName={starter?.name ?? ''}
      now={app.clock()}
    />
  );
  return show(c, page);
}

async function steer(app: App, c: HubContext): Promise<Response> {
  const { actor, batch } = await issuedBatch(app, c);
  await steerBatch(app, actor, batch.id, c.req.param('verb') as BatchVerb);
  return c.redirect(progressPath(batch.id), 303);
}

async function takeBack(app: App, c: HubContext): Promise<Response> {
  const { actor, batch } = await issuedBatch(app, c);
  const count = await takeBackBatch(app, actor, batch.id);
  flash(c, 'done', 'awards.take-back.done', { count });
  return c.redirect(progressPath(batch.id), 303);
}
