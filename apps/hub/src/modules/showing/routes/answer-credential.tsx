import type { Actor } from '../../../kernel/actor.ts';
import type { App } from '../../../kernel/app.ts';
import type { HubContext } from '../../../web/env.ts';
import { negotiate } from '../../../web/negotiate.ts';
import { addressesOf, type Reader } from '../award-page-model.ts';
import { type BadgeFacts, badgeFacts } from '../badge-facts.ts';
import { linkedInAddress } from '../linked-in-model.ts';
import { type ShownCredential, standingOf } from '../model.ts';
import { holdsIt, issuesIt } from '../policy.ts';
import { recipientOf } from '../recipient-of.ts';
import { remembered } from '../remembered.ts';
import { AwardPage } from '../views/award-page.tsx';
import { answerBytes } from './answer-bytes.ts';

/** Somebody who takes anything is most likely looking for a page; of the JSON types the registered one goes first. */
const offers = [
  'text/html',
  'application/vc+ld+json',
  'application/ld+json',
  'application/json',
  'application/vc',
] as const;

/** A page for people, the signed bytes for programs. Whether the reader may see it was asked before. */
export async function answerCredential(app: App, c: HubContext, shown: ShownCredential): Promise<Response> {
  const type = negotiate(c.req.header('accept'), offers) ?? 'text/html';
  if (type === 'text/html') return showPage(app, c, shown);
  const isPublic = shown.holding?.visibility === 'public';
  return answerBytes(c, { body: shown.document, type, sha256: shown.sha256, isPublic, vary: 'Accept, Cookie' });
}

async function showPage(app: App, c: HubContext, shown: ShownCredential): Promise<Response> {
  c.header('vary', 'Accept, Accept-Language, Cookie');
  if (c.req.header('cookie')) return c.html(await drawPage(app, c, shown));
  return c.html(await drawn(app, whatStrangersSee(c, shown), () => drawPage(app, c, shown)));
}

/** Pages of readers without cookies are the same for all of them; whether they may see it was asked before. */
const drawn = remembered<string>(5000, 1000);

function whatStrangersSee(c: HubContext, { document: _, ...state }: ShownCredential): string {
  const { locale, timeZone, url, alliance } = c.get('page');
  return JSON.stringify([state, locale, timeZone, url, alliance]);
}

async function drawPage(app: App, c: HubContext, shown: ShownCredential): Promise<string> {
  const [p, facts, now] = [c.get('page'), await badgeFacts(app, shown), app.clock()];
  const addresses = addressesOf(shown);
  const reader = readerOf(c.get('actor'), shown);
  // others could open nothing at the address of a hub that only its own network reaches
  const mayAdd = reader === 'holder' && app.urls.isPublic;
  const page = (
    <AwardPage
      p={p}
      shown={shown}
      facts={facts}
      standing={standingOf(shown, now)}
      reader={reader}
      addresses={addresses}
      recipient={recipientOf(facts, shown) ?? p.t('showing.somebody')}
      linkedIn={mayAdd ? linkedInOf(p.base + addresses.page, facts, shown) : undefined}
      now={now}
    />
  );
  return `<!doctype html>\n${String(page)}`;
}

/** Who is not the holder and sees what strangers do not, issues for the issuer. */
function readerOf(actor: Actor, shown: ShownCredential): Reader {
  if (holdsIt(actor, shown)) return 'holder';
  return issuesIt(actor, shown) ? 'issuer' : 'stranger';
}

function linkedInOf(address: string, { view, issuer }: BadgeFacts, shown: ShownCredential): string {
  return linkedInAddress({
    name: view.name,
    organization: issuer.name,
    issuedAt: new Date(view.awardedAt ?? shown.issuedAt),
    expiresAt: shown.validUntil,
    address,
    id: shown.id,
  });
}
