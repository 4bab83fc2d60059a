import { Hono } from 'hono';
import { z } from 'zod';
import type { App } from '../../../kernel/app.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import type { Page } from '../../../web/page.ts';
import { parseForm } from '../../../web/parse.ts';
import { inertHeaders } from '../../../web/security-headers.ts';
import { show } from '../../../web/show.ts';
import type { Verification } from '../model.ts';
import { reportAnswer } from '../report-answer.ts';
import { reportCsv } from '../report-csv.ts';
import { findImage, findVerification, listBatch } from '../store.ts';
import { isTampered } from '../summary.ts';
import { sha256, verifyAndRemember } from '../verify-and-remember.ts';
import { AnswerPage, type AnswerPageProps } from '../views/answer-page.tsx';
import { answerWords } from '../views/answer-words.ts';
import { BatchPage } from '../views/batch-page.tsx';
import { sayCheck } from '../views/say-check.ts';
import { takeTurn } from './take-turn.ts';

const Again = z.strictObject({
  recipient: z.string().trim().max(1000).default(''),
  compare: z.string().optional(),
});

export function answerRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>()
    .use('/verify/:id/*', unkept)
    .get('/verify/:id', (c) => answer(app, c, c.req.param('id')))
    .post('/verify/:id', (c) => again(app, c, c.req.param('id')))
    .get('/verify/:id/image', (c) => image(app, c, c.req.param('id')))
    .get('/verify/:id/report.json', (c) => asJson(app, c, c.req.param('id')))
    .get('/verify/:id/report.csv', (c) => asCsv(app, c, c.req.param('id')));
}

/** Whoever has the address may read it, so no cache on the way keeps it. */
async function unkept(c: HubContext, next: () => Promise<void>): Promise<void> {
  await next();
  c.header('cache-control', 'private, no-store');
  c.header('x-robots-tag', 'noindex');
}

async function answer(app: App, c: HubContext, id: string): Promise<Response> {
  const verification = await findVerification(app.db, id, app.clock());
  if (verification) return page(c, { verification });
  const verifications = await listBatch(app.db, id, app.clock());
  if (verifications.length === 0) throw new Refusal('web.not-found');
  return show(c, <BatchPage p={c.get('page')} id={id} verifications={verifications} />);
}

function page(c: HubContext, props: Pick<AnswerPageProps, 'verification' | 'errors'>): Response {
  const { document } = props.verification.report;
  const documentSha256 = document === undefined ? undefined : sha256(document);
  return show(
    c,
    <AnswerPage
      p={c.get('page')}
      isVisitor={c.get('actor').kind === 'visitor'}
      {...props}
      documentSha256={documentSha256}
    />,
    props.errors ? 422 : 200,
  );
}

/** Asks once more, with another recipient or none; the older answer stays what it was. */
async function again(app: App, c: HubContext, id: string): Promise<Response> {
  const verification = await load(app, id);
  const { text, name, carrier, backpack } = verification.brought;
  const parsed = await parseForm(c, Again);
  if (!parsed.ok) return page(c, { verification, errors: parsed.errors });
  const { recipient, compare } = parsed.value;
  if (compare !== undefined && recipient === '') {
    return page(c, { verification, errors: { recipient: c.get('page').t('form.required') } });
  }
  if (text === undefined) throw new Refusal('web.not-found');
  await takeTurn(app, c);
  const next = await verifyAndRemember(app, text, { name, carrier, backpack, recipient: recipient || undefined });
  return c.redirect(`/verify/${next.id}`, 303);
}

async function load(app: App, id: string): Promise<Verification> {
  const verification = await findVerification(app.db, id, app.clock());
  if (!verification) throw new Refusal('web.not-found');
  return verification;
}

async function image(app: App, c: HubContext, id: string): Promise<Response> {
  const bytes = await findImage(app.db, id, app.clock());
  if (!bytes) throw new Refusal('web.not-found');
  return c.body(new Uint8Array(bytes), 200, { ...inertHeaders, 'content-type': 'image/png' });
}

async function asJson(app: App, c: HubContext, id: string): Promise<Response> {
  const { report } = await load(app, id);
  const p = c.get('page');
  const answer = reportAnswer(report, (check, its) => sayCheck(p, check, its));
  const hidden = isTampered(report);
  const whole = { ...answer, ...(hidden ? {} : { document: report.document, technical: report.technical }) };
  return c.body(JSON.stringify({ ...whole, snapshot: report.snapshot }, null, 2), 200, {
    'content-type': 'application/json',
    'content-disposition': `attachment; filename="verification-${id}.json"`,
  });
}

async function asCsv(app: App, c: HubContext, id: string): Promise<Response> {
  const single = await findVerification(app.db, id, app.clock());
  const verifications = single ? [single] : await listBatch(app.db, id, app.clock());
  if (verifications.length === 0) throw new Refusal('web.not-found');
  const p = c.get('page');
  const names = ['batch.file', 'batch.badge', 'batch.by', 'batch.to', 'batch.verdict'];
  const head = [...names, 'csv.code', 'csv.sentence', 'csv.checked'].map((name) => p.t(`verifier.${name}`));
  const csv = reportCsv([head, ...verifications.map((one) => csvRow(p, one))]);
  return c.body(csv, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="verification-${id}.csv"`,
  });
}

function csvRow(p: Page, { brought, report }: Verification): string[] {
  const badge = isTampered(report) ? undefined : report.badge;
  const { word, say, because } = answerWords(p, report);
  return [
    brought.name ?? '',
    badge?.name ?? '',
    badge?.issuer.name ?? badge?.issuer.id ?? '',
    badge?.recipient.name ?? '',
    word,
    report.verdict,
    because ?? say,
    report.checkedAt,
  ];
}
