import { Hono } from 'hono';
import { z } from 'zod';
import type { App } from '../../../kernel/app.ts';
import { attempt } from '../../../kernel/refusal.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { optionalLine, optionalParagraphs } from '../../../web/fields.ts';
import { flash } from '../../../web/flash.ts';
import { parseForm } from '../../../web/parse.ts';
import { requirePerson } from '../../../web/require-person.ts';
import { show } from '../../../web/show.ts';
import { acceptAward } from '../accept-award.ts';
import { mayUndoDecline } from '../claim-model.ts';
import { declineAward, reopenAward } from '../decline-award.ts';
import { openWaiting } from '../list-waiting.ts';
import { visibilities } from '../model.ts';
import { noteOpened } from '../open-claim.ts';
import { findHoldingOfAward } from '../store.ts';
import { ClaimEndedPage, ClaimPage } from '../views/claim-page.tsx';

const Accept = z.strictObject({ name: optionalLine(120), visibility: z.enum(visibilities).default('private') });
const Decline = z.strictObject({ reason: optionalParagraphs(1000) });

/** Awards that wait in the backpack of whoever owns the address: no letter is needed. */
export function waitingRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>()
    .get('/backpack/waiting/:id', (c) => offer(app, c))
    .post('/backpack/waiting/:id', (c) => accept(app, c))
    .post('/backpack/waiting/:id/decline', async (c) => {
      const claim = await claimOfRequest(app, c);
      const parsed = await parseForm(c, Decline);
      const reason = parsed.ok ? parsed.value.reason : '';
      if (claim.standing === 'open') await declineAward(app, c.get('actor'), claim.award.id, reason);
      return c.redirect(pathOf(c), 303);
    })
    .post('/backpack/waiting/:id/reopen', async (c) => {
      const { award } = await claimOfRequest(app, c);
      await reopenAward(app, c.get('actor'), award.id);
      return c.redirect(pathOf(c), 303);
    });
}

const idOf = (c: HubContext): string => c.req.param('id') ?? '';
const pathOf = (c: HubContext): string => `/backpack/waiting/${encodeURIComponent(idOf(c))}`;
const claimOfRequest = (app: App, c: HubContext) => openWaiting(app, requirePerson(c), idOf(c));

async function offer(app: App, c: HubContext): Promise<Response> {
  const claim = await claimOfRequest(app, c);
  await noteOpened(app, claim);
  const held = await findHoldingOfAward(app.db, claim.award.id);
  if (claim.standing === 'claimed-by-you' && held) return c.redirect(`/backpack/${held.id}`, 303);
  const props = { p: c.get('page'), claim, way: 'yours' as const, path: pathOf(c) };
  if (claim.standing === 'open') return show(c, <ClaimPage {...props} />);
  return show(c, <ClaimEndedPage {...props} mayUndo={mayUndoDecline(claim.award, app.clock())} />, 410);
}

async function accept(app: App, c: HubContext): Promise<Response> {
  const { award } = await claimOfRequest(app, c);
  const parsed = await parseForm(c, Accept);
  const visibility = parsed.ok ? parsed.value.visibility : 'private';
  const result = await attempt(() => acceptAward(app, requirePerson(c), award.id, visibility));
  if ('refusal' in result) return c.redirect(pathOf(c), 303);
  flash(c, 'done', 'backpack.claimed');
  return c.redirect(`/backpack/${result.done}`, 303);
}
