import { Hono } from 'hono';
import { z } from 'zod';
import type { App } from '../../kernel/app.ts';
import { type Id, isId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { HubContext, HubEnv } from '../../web/env.ts';
import { flash } from '../../web/flash.ts';
import { negotiate } from '../../web/negotiate.ts';
import { parseForm } from '../../web/parse.ts';
import { publicJson } from '../../web/public-json.ts';
import { requirePerson } from '../../web/require-person.ts';
import { show } from '../../web/show.ts';
import { badgeShelf } from '../organizations/index.ts';
import { findIssuer, type Issuer } from './find-issuer.ts';
import { didDocumentOf, didOf, jwksOf, profileOf } from './issuer-documents.ts';
import { markKeyCompromised } from './mark-key-compromised.ts';
import type { IssuerKey } from './model.ts';
import { whyNotKeepKeys } from './policy.ts';
import { rotateKey } from './rotate-key.ts';
import { signedCount } from './signed-count.ts';
import { listKeys } from './store.ts';
import { IssuerPage } from './views/issuer-page.tsx';
import { KeysPage } from './views/keys-page.tsx';

const offers = [
  'text/html',
  'application/ld+json',
  'application/json',
  'application/did+json',
  'application/did+ld+json',
] as const;
const didTypes = ['application/json', 'application/did+json', 'application/did+ld+json'] as const;

const Rotation = z.strictObject({
  algorithm: z.enum(['Ed25519', 'P-256']),
  retire: z
    .string()
    .refine((value) => value === '' || isId('key', value))
    .default(''),
});

/** An issuer in three languages: for people, as an Open Badges profile, and as a DID document. */
export function profileRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>()
    .get('/issuers/:issuer', (c) => answer(app, c))
    .get('/issuers/:issuer/did.json', async (c) => {
      const { issuer, keys } = await load(app, c);
      return answerDid(app, c, issuer, keys, negotiate(c.req.header('accept'), didTypes) ?? 'application/json');
    })
    .get('/issuers/:issuer/jwks.json', async (c) => {
      const { issuer, keys } = await load(app, c);
      return publicJson(c, jwksOf(app, issuer, keys), 'application/jwk-set+json');
    })
    .get('/issuers/:issuer/keys', (c) => showKeys(app, c))
    .post('/issuers/:issuer/keys', (c) => rotate(app, c))
    .post('/issuers/:issuer/keys/:key/compromised', (c) => compromise(app, c));
}

async function load(app: App, c: HubContext): Promise<{ issuer: Issuer; keys: IssuerKey[] }> {
  const issuer = await findIssuer(app.db, c.req.param('issuer') ?? '');
  if (!issuer) throw new Refusal('profile.not-found');
  return { issuer, keys: await listKeys(app.db, issuer.id) };
}

async function answer(app: App, c: HubContext): Promise<Response> {
  const { issuer, keys } = await load(app, c);
  // Somebody who takes none of these is most likely looking for a page.
  const type = negotiate(c.req.header('accept'), offers) ?? 'text/html';
  if (type === 'application/json' || type === 'application/ld+json') {
    return publicJson(c, profileOf(app, issuer, keys), type);
  }
  if (type !== 'text/html') return answerDid(app, c, issuer, keys, type);
  const [p, actor] = [c.get('page'), c.get('actor')];
  c.header('vary', 'Accept, Cookie');
  return show(
    c,
    <IssuerPage
      p={p}
      issuer={issuer}
      keys={keys}
      did={didOf(app, issuer, keys)}
      isPublic={app.urls.isPublic}
      host={new URL(app.urls.base).host}
      mayKeepKeys={whyNotKeepKeys(actor, issuer.id) === null}
      badges={await badgeShelf(app, p, issuer.id)}
    />,
  );
}

function answerDid(app: App, c: HubContext, issuer: Issuer, keys: IssuerKey[], type: string): Response {
  const document = didDocumentOf(app, issuer, keys);
  if (!document) throw new Refusal('profile.key-not-found');
  return publicJson(c, document, type);
}

async function keeper(app: App, c: HubContext) {
  const person = requirePerson(c);
  const loaded = await load(app, c);
  const reason = whyNotKeepKeys(person, loaded.issuer.id);
  if (reason) throw new Refusal(reason);
  return { person, ...loaded };
}

async function showKeys(app: App, c: HubContext): Promise<Response> {
  const { issuer, keys } = await keeper(app, c);
  const now = app.clock();
  const counts = await Promise.all(keys.map((key) => signedCount(app, issuer.id, key.createdAt, key.retiredAt ?? now)));
  const rows = keys.map((key, index) => ({ key, signed: counts[index] }));
  return show(c, <KeysPage p={c.get('page')} issuer={issuer} rows={rows} isPublic={app.urls.isPublic} />);
}

async function rotate(app: App, c: HubContext): Promise<Response> {
  const { person, issuer } = await keeper(app, c);
  const parsed = await parseForm(c, Rotation);
  if (!parsed.ok) throw new Refusal('web.not-understood', { problem: 'algorithm, retire' });
  const { algorithm, retire } = parsed.value;
  await rotateKey(app, person, issuer.id, { algorithm, retire: (retire || undefined) as Id<'key'> | undefined });
  flash(c, 'done', 'profiles.keys.rotated');
  return c.redirect(`/issuers/${issuer.id}/keys`, 303);
}

async function compromise(app: App, c: HubContext): Promise<Response> {
  const { person, issuer } = await keeper(app, c);
  await markKeyCompromised(app, person, issuer.id, c.req.param('key') as Id<'key'>);
  flash(c, 'done', 'profiles.keys.compromised');
  return c.redirect(`/issuers/${issuer.id}/keys`, 303);
}
