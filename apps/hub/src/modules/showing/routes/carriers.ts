import { Hono } from 'hono';
import type { App } from '../../../kernel/app.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { certificatePdf, keptPicture, openGraphCard, qrPng, qrSvg } from '../../../platform/pictures/index.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { achievementPicture } from '../../achievements/index.ts';
import { addressesOf } from '../award-page-model.ts';
import { type BadgeFacts, badgeFacts } from '../badge-facts.ts';
import { bakeBadge } from '../bake-badge.ts';
import { carrierName, contentDisposition } from '../carrier-name-model.ts';
import { loadShown } from '../load-shown.ts';
import { type ShownCredential, standingOf } from '../model.ts';
import { recipientOf } from '../recipient-of.ts';
import { answerBytes } from './answer-bytes.ts';

interface Asked {
  app: App;
  c: HubContext;
  shown: ShownCredential;
  facts: BadgeFacts;
}

interface Carrier {
  type: string;
  /** Saved under the badge's name; a picture that pages show is not. */
  saved?: string;
  make: (asked: Asked) => Promise<string | Uint8Array>;
}

/** What a badge travels in, by the last part of its address. */
const carriers: Record<string, Carrier> = {
  'badge.png': {
    type: 'image/png',
    saved: 'png',
    make: ({ app, shown, facts }) => bakeBadge(app, facts.achievement, shown.document, 'png'),
  },
  'badge.svg': {
    type: 'image/svg+xml',
    saved: 'svg',
    make: ({ app, shown, facts }) => bakeBadge(app, facts.achievement, shown.document, 'svg'),
  },
  'credential.json': { type: 'application/vc+ld+json', saved: 'json', make: async ({ shown }) => shown.document },
  'certificate.pdf': { type: 'application/pdf', saved: 'pdf', make: certificate },
  'qr.svg': { type: 'image/svg+xml', make: (asked) => kept(asked, 'qr.svg', addressOf(asked), qrSvg) },
  'qr.png': { type: 'image/png', make: (asked) => kept(asked, 'qr.png', addressOf(asked), qrPng) },
  'card.png': { type: 'image/png', make: card },
};

/** Everything a badge can be taken away as. Who may see its page may take it. */
export function credentialCarriers(app: App): Hono<HubEnv> {
  const routes = new Hono<HubEnv>();
  for (const [name, carrier] of Object.entries(carriers)) {
    routes.get(`/credentials/:id/${name}`, (c) => answer(app, c, carrier));
  }
  return routes;
}

async function answer(app: App, c: HubContext, { type, saved, make }: Carrier): Promise<Response> {
  const shown = await loadShown(app, c.get('actor'), c.req.param('id') ?? '', c.req.query('key'));
  const facts = await badgeFacts(app, shown);
  return answerBytes(c, {
    body: await make({ app, c, shown, facts }),
    type,
    isPublic: shown.holding?.visibility === 'public',
    disposition: saved && contentDisposition('attachment', carrierName(facts.view.name, saved)),
    vary: 'Cookie, Accept-Language',
  });
}

/** Drawn once for all who ask, and only so often for each of them. */
async function kept<T>(
  { app, c }: Asked,
  kind: string,
  of: T,
  make: (of: T) => Promise<string | Uint8Array>,
): Promise<Buffer> {
  return keptPicture(app.config.data, JSON.stringify([kind, of]), async () => {
    await app.limits.take(`draw ${c.get('remote')}`, { capacity: 120, perMinute: 60 });
    return Buffer.from(await make(of));
  });
}

const addressOf = ({ app, shown }: Asked) => app.urls.page(addressesOf(shown).page);

async function card(asked: Asked): Promise<Buffer> {
  const { app, c, shown, facts } = asked;
  const badgeSvg = (await achievementPicture(app, facts.achievement, 'svg')).toString('utf8');
  const words = {
    badgeSvg,
    title: facts.view.name,
    recipient: recipientOf(facts, shown),
    issuer: facts.issuer.name,
    date: c.get('page').date(facts.view.awardedAt ?? shown.issuedAt),
  };
  return kept(asked, 'card', words, openGraphCard);
}

/** Nobody hangs up what was taken back. */
async function certificate(asked: Asked): Promise<Buffer> {
  const { app, c, shown, facts } = asked;
  const standing = standingOf(shown, app.clock());
  if (standing !== 'good' && standing !== 'expired') throw new Refusal('web.not-found');
  const [p, { view, achievement, issuer }] = [c.get('page'), facts];
  const address = addressOf(asked);
  const isPrivate = shown.holding?.visibility === 'private' && !shown.sharedBy;
  const words = {
    lang: p.locale,
    documentTitle: p.t('showing.title', { badge: view.name, name: recipientOf(facts, shown) ?? '' }),
    badgeSvg: (await achievementPicture(app, achievement, 'svg')).toString('utf8'),
    badgeAlt: achievement.imageAlt || view.name,
    recipient: recipientOf(facts, shown) ?? p.t('showing.somebody'),
    sentence: view.description ?? '',
    title: view.name,
    issuer: issuer.name,
    date: p.date(view.awardedAt ?? shown.issuedAt),
    verify: {
      address,
      sentence: p.t(isPrivate ? 'showing.certificate.private' : 'showing.certificate.verify'),
      qrAlt: p.t('showing.certificate.qr'),
    },
    label: p.t('showing.certificate.label'),
    attachmentSentence: p.t('showing.certificate.attached'),
  };
  return kept(asked, `pdf ${shown.sha256}`, words, () =>
    certificatePdf({ ...words, credential: Buffer.from(shown.document), issuedAt: shown.issuedAt }),
  );
}
