import { Hono } from 'hono';
import { z } from 'zod';
import type { App } from '../../../kernel/app.ts';
import type { Id } from '../../../kernel/ids.ts';
import { attempt, Refusal } from '../../../kernel/refusal.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { emailAddress, optionalParagraphs, paragraphs } from '../../../web/fields.ts';
import { flash } from '../../../web/flash.ts';
import { type FieldErrors, parseForm, parseQuery } from '../../../web/parse.ts';
import type { FormValues } from '../../../web/read-form.ts';
import { requirePerson } from '../../../web/require-person.ts';
import { show } from '../../../web/show.ts';
import { findCredentialOfAward } from '../../credentials/index.ts';
import { listAwardEvents } from '../award-event-store.ts';
import { changeAward, type IssuerVerb } from '../change-award.ts';
import { byteOrderMark, csvLine } from '../csv/write-csv.ts';
import { type Award, awardStates } from '../model.ts';
import { rebindAward } from '../rebind-award.ts';
import { resendAward } from '../resend-award.ts';
import { type AwardFilter, countAwardsByState, findAward, listAwards } from '../store.ts';
import { AwardPage } from '../views/award-page.tsx';
import { stateKey } from '../views/award-state.tsx';
import { AwardsPage } from '../views/awards-page.tsx';
import { issuedAchievement, refusalSentence } from './issuing.ts';

const Listing = z.object({
  q: z.string().max(200).default(''),
  state: z.enum(['', ...awardStates]).default(''),
  batch: z.string().max(40).default(''),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

const Reason = z.object({ reason: paragraphs(1000) });
const OptionalReason = z.object({ reason: optionalParagraphs(1000) });
const Rebinding = z.object({ email: emailAddress });

const rowsOnPage = 50;

export function awardListRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>()
    .get('/achievements/:id/awards', (c) => list(app, c))
    .get('/achievements/:id/awards.csv', (c) => exportCsv(app, c))
    .get('/awards/:id', (c) => one(app, c))
    .post('/awards/:id/resend', (c) => resend(app, c))
    .post('/awards/:id/rebind', (c) => rebind(app, c))
    .post('/awards/:id/:verb{withdraw|revoke|suspend|resume}', (c) => change(app, c));
}

function filterOf(achievementId: Id<'ach'>, query: z.output<typeof Listing>): AwardFilter {
  return {
    achievementId,
    search: query.q.trim() || undefined,
    batchId: query.batch ? (query.batch as Id<'bat'>) : undefined,
    states: query.state ? [query.state] : undefined,
  };
}

async function list(app: App, c: HubContext): Promise<Response> {
  const { achievement } = await issuedAchievement(app, c);
  const query = parseQuery(c, Listing);
  const filter = filterOf(achievement.id, query);
  const { states, ...anyState } = filter;
  const counts = await countAwardsByState(app.db, anyState);
  const found = (states ?? awardStates).reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  const pages = Math.max(1, Math.ceil(found / rowsOnPage));
  const page = Math.min(query.page, pages);
  const awards = await listAwards(app.db, filter, { offset: (page - 1) * rowsOnPage, limit: rowsOnPage });
  return show(
    c,
    <AwardsPage
      p={c.get('page')}
      achievement={achievement}
      awards={awards}
      counts={counts}
      query={query}
      page={page}
      pages={pages}
      canSend={app.mail.canSend}
    />,
  );
}

const awardsAtOnce = 1000;

/** The same choice as on the page, as a table; written while it is read. */
async function exportCsv(app: App, c: HubContext): Promise<Response> {
  const { achievement } = await issuedAchievement(app, c);
  const filter = filterOf(achievement.id, parseQuery(c, Listing));
  const { t } = c.get('page');
  const encoder = new TextEncoder();
  let offset = 0;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const head = ['name', 'email', 'state', 'awarded_at', 'sent_at', 'claimed_at', 'reason', 'id'];
      controller.enqueue(encoder.encode(byteOrderMark + csvLine(head)));
    },
    async pull(controller) {
      const awards = await listAwards(app.db, filter, { offset, limit: awardsAtOnce });
      offset += awards.length;
      controller.enqueue(encoder.encode(awards.map((award) => exportLine(award, t, app.mail.canSend)).join('')));
      if (awards.length < awardsAtOnce) controller.close();
    },
  });
  return c.body(body, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="awards.csv"',
  });
}

function exportLine(award: Award, t: (key: string) => string, canSend: boolean): string {
  return csvLine([
    award.recipientName,
    award.recipientEmail,
    t(stateKey(award.state, canSend)),
    award.awardedAt.toISOString(),
    award.sentAt?.toISOString(),
    award.claimedAt?.toISOString(),
    award.stateReason,
    award.id,
  ]);
}

async function issuedAward(app: App, c: HubContext) {
  requirePerson(c);
  const id = c.req.param('id') ?? '';
  const award = await findAward(app.db, id);
  if (!award) throw new Refusal('award.not-found', { id });
  return { award, ...(await issuedAchievement(app, c, award.achievementId)) };
}

async function one(
  app: App,
  c: HubContext,
  more: { errors?: FieldErrors; values?: FormValues } = {},
): Promise<Response> {
  const { award, achievement } = await issuedAward(app, c);
  const credential = await findCredentialOfAward(app.db, award.id);
  const page = (
    <AwardPage
      p={c.get('page')}
      achievement={achievement}
      award={award}
      events={await listAwardEvents(app.db, award.id)}
      credentialPath={credential && `/credentials/${credential.id}`}
      now={app.clock()}
      canSend={app.mail.canSend}
      {...more}
    />
  );
  return show(c, page, more.errors ? 422 : 200);
}

async function change(app: App, c: HubContext): Promise<Response> {
  const { award, actor } = await issuedAward(app, c);
  const verb = c.req.param('verb') as IssuerVerb;
  const parsed = await parseForm(c, verb === 'revoke' || verb === 'suspend' ? Reason : OptionalReason);
  if (!parsed.ok) return one(app, c, { errors: parsed.errors, values: { ...parsed.values, verb } });
  await changeAward(app, actor, award.id, verb, parsed.value.reason);
  flash(c, 'done', `awards.act.${verb}.done`);
  return c.redirect(`/awards/${award.id}`, 303);
}

async function resend(app: App, c: HubContext): Promise<Response> {
  const { award, actor } = await issuedAward(app, c);
  await resendAward(app, actor, award.id);
  flash(c, 'done', 'awards.act.resend.done', { address: award.recipientEmail ?? '' });
  return c.redirect(`/awards/${award.id}`, 303);
}

async function rebind(app: App, c: HubContext): Promise<Response> {
  const { award, actor } = await issuedAward(app, c);
  const parsed = await parseForm(c, Rebinding);
  if (!parsed.ok) return one(app, c, { errors: parsed.errors, values: { ...parsed.values, verb: 'rebind' } });
  const result = await attempt(() => rebindAward(app, actor, award.id, parsed.value.email));
  if ('refusal' in result) {
    if (result.refusal.code !== 'award.same-address') throw result.refusal;
    const errors = { email: refusalSentence(c, result.refusal) };
    return one(app, c, { errors, values: { ...parsed.form.values, verb: 'rebind' } });
  }
  flash(c, 'done', 'awards.act.rebind.done', { address: parsed.value.email });
  return c.redirect(`/awards/${result.done.id}`, 303);
}
