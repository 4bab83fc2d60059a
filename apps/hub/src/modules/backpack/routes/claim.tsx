import { Hono } from 'hono';
import { z } from 'zod';
import type { Actor } from '../../../kernel/actor.ts';
import type { App } from '../../../kernel/app.ts';
import { attempt } from '../../../kernel/refusal.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { line, optionalLine, optionalParagraphs } from '../../../web/fields.ts';
import { flash } from '../../../web/flash.ts';
import { parseForm } from '../../../web/parse.ts';
import { show } from '../../../web/show.ts';
import { enter, findPersonByVerifiedEmail } from '../../accounts/index.ts';
import { claimByLink } from '../claim-by-link.ts';
import { mayUndoDecline } from '../claim-model.ts';
import { declineAward, reopenAward } from '../decline-award.ts';
import { visibilities } from '../model.ts';
import { type Claim, noteOpened, openClaim } from '../open-claim.ts';
import { findHoldingOfAward } from '../store.ts';
import { ClaimEndedPage, ClaimPage, type ClaimWay } from '../views/claim-page.tsx';

const Accept = z.strictObject({ name: optionalLine(120), visibility: z.enum(visibilities).default('private') });
/** An account that is made needs a name. */
const AcceptAsNew = Accept.extend({ name: line(120) });
const Decline = z.strictObject({ reason: optionalParagraphs(1000) });

/** The link of a letter: shows the badge before there is any account, then yes or no. */
export function claimRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>()
    .get('/claim/:token', (c) => offer(app, c))
    .post('/claim/:token', (c) => accept(app, c))
    .post('/claim/:token/decline', (c) => decline(app, c))
    .post('/claim/:token/reopen', async (c) => {
      const { award } = await claimOfRequest(app, c);
      await reopenAward(app, c.get('actor'), award.id);
      return c.redirect(pathOf(c), 303);
    });
}

const tokenOf = (c: HubContext): string => c.req.param('token') ?? '';
const pathOf = (c: HubContext): string => `/claim/${encodeURIComponent(tokenOf(c))}`;

function claimOfRequest(app: App, c: HubContext): Promise<Claim> {
  return openClaim(app, c.get('actor'), tokenOf(c), c.get('remote'));
}

async function offer(app: App, c: HubContext): Promise<Response> {
  const claim = await claimOfRequest(app, c);
  if (looksLikeReading(c)) await noteOpened(app, claim);
  return present(app, c, claim);
}

/** Scanners of mail servers follow links too: only what says that it will be shown to somebody counts. */
function looksLikeReading(c: HubContext): boolean {
  const mode = c.req.header('sec-fetch-mode');
  const purpose = c.req.header('sec-purpose') ?? c.req.header('purpose') ?? '';
  const asksForPage = (c.req.header('accept') ?? '').includes('text/html');
  return c.req.method === 'GET' && asksForPage && (mode === undefined || mode === 'navigate') && purpose === '';
}

async function present(app: App, c: HubContext, claim: Claim, form = {}, status: 200 | 422 = 200): Promise<Response> {
  const p = c.get('page');
  const actor = c.get('actor');
  if (claim.standing === 'claimed-by-you') {
    const holding = await findHoldingOfAward(app.db, claim.award.id);
    return c.redirect(holding && !holding.removedAt ? `/backpack/${holding.id}` : '/backpack', 303);
  }
  const way = await wayOf(app, actor, claim);
  const account = actor.kind === 'person' ? actor.emails[0] : undefined;
  const props = { p, claim, way, path: pathOf(c), account, ...form };
  if (claim.standing === 'open') return show(c, <ClaimPage {...props} />, status);
  const mayUndo = mayUndoDecline(claim.award, app.clock());
  return show(c, <ClaimEndedPage {...props} mayUndo={mayUndo} />, claim.standing === 'claimed-by-another' ? 200 : 410);
}

async function wayOf(app: App, actor: Actor, { award }: Claim): Promise<ClaimWay> {
  const address = award.recipientEmail ?? '';
  if (actor.kind === 'person') return actor.emails.includes(address) ? 'yours' : 'other-account';
  return (await findPersonByVerifiedEmail(app.db, address)) ? 'known-address' : 'new';
}

async function accept(app: App, c: HubContext): Promise<Response> {
  const claim = await claimOfRequest(app, c);
  if (claim.standing !== 'open') return c.redirect(pathOf(c), 303);
  const way = await wayOf(app, c.get('actor'), claim);
  const parsed = await parseForm(c, way === 'new' ? AcceptAsNew : Accept);
  if (!parsed.ok) return present(app, c, claim, { errors: parsed.errors, values: parsed.values }, 422);
  const { locale: lang, timeZone } = c.get('page');
  const input = { token: tokenOf(c), ...parsed.value, lang, timeZone };
  const result = await attempt(() => claimByLink(app, c.get('actor'), input));
  // Somebody was quicker, perhaps the same person with a second press: the page says how it stands.
  if ('refusal' in result) return c.redirect(pathOf(c), 303);
  const { holdingId, newAccountId } = result.done;
  if (newAccountId) await enter(app, c, newAccountId);
  if (way === 'known-address') return c.redirect(pathOf(c), 303);
  const address = claim.award.recipientEmail ?? '';
  flash(c, 'done', newAccountId ? 'backpack.claimed.new' : 'backpack.claimed', { address });
  return c.redirect(`/backpack/${holdingId}`, 303);
}

async function decline(app: App, c: HubContext): Promise<Response> {
  const claim = await claimOfRequest(app, c);
  const parsed = await parseForm(c, Decline);
  const reason = parsed.ok ? parsed.value.reason : '';
  if (claim.standing === 'open') await attempt(() => declineAward(app, c.get('actor'), claim.award.id, reason));
  return c.redirect(pathOf(c), 303);
}
