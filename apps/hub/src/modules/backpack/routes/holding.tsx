import { Hono } from 'hono';
import { z } from 'zod';
import type { App } from '../../../kernel/app.ts';
import { attempt } from '../../../kernel/refusal.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { flash } from '../../../web/flash.ts';
import { parseForm } from '../../../web/parse.ts';
import { requirePerson } from '../../../web/require-person.ts';
import { inertHeaders } from '../../../web/security-headers.ts';
import { show } from '../../../web/show.ts';
import { arrangeCollection } from '../change-collection.ts';
import { listCollections, listCollectionsOf } from '../collection-store.ts';
import { attachmentNamed, fileNameOf, filesToTake, isJws } from '../files-model.ts';
import { type Holding, visibilities } from '../model.ts';
import { madeOutTo } from '../recipient-model.ts';
import { deleteHolding, putBackHolding, removeHolding } from '../remove-holding.ts';
import { setVisibility } from '../set-visibility.ts';
import { listShareLinks } from '../share-store.ts';
import { listOlderCopies } from '../store.ts';
import { verifyHolding } from '../verify-holding.ts';
import { ownHolding, viewHolding } from '../view-holding.ts';
import { HoldingPage } from '../views/holding-page.tsx';
import { shownLinks } from './shown-links.ts';

const Show = z.strictObject({ visibility: z.enum(visibilities) });
const Collect = z.strictObject({ collection: z.string().max(60) });

/** One badge, as its holder sees it. */
export function holdingRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>()
    .get('/backpack/:id{hld_[0-9a-z]+}', (c) => present(app, c))
    .get('/backpack/:id{hld_[0-9a-z]+}/picture', (c) => picture(app, c))
    .get('/backpack/:id{hld_[0-9a-z]+}/original', (c) => original(app, c))
    .get('/backpack/:id{hld_[0-9a-z]+}/document', (c) => document(app, c))
    .post('/backpack/:id/visibility', (c) => decideVisibility(app, c))
    .post('/backpack/:id/verify', async (c) => {
      const report = await verifyHolding(app, requirePerson(c), idOf(c));
      return c.redirect(`/verify/${report}`, 303);
    })
    .post('/backpack/:id/collect', async (c) => {
      const parsed = await parseForm(c, Collect);
      const into = parsed.ok ? parsed.value.collection : '';
      await arrangeCollection(app, requirePerson(c), into, { holding: idOf(c), how: 'put-in' });
      flash(c, 'done', 'backpack.collections.collected');
      return c.redirect(`/backpack/${idOf(c)}#collections`, 303);
    })
    .post('/backpack/:id/remove', async (c) => {
      await removeHolding(app, requirePerson(c), idOf(c));
      flash(c, 'done', 'backpack.removed.done');
      return c.redirect('/backpack', 303);
    })
    .post('/backpack/:id/put-back', async (c) => {
      await putBackHolding(app, requirePerson(c), idOf(c));
      flash(c, 'done', 'backpack.put-back.done');
      return c.redirect(`/backpack/${idOf(c)}`, 303);
    })
    .post('/backpack/:id/delete', async (c) => {
      await deleteHolding(app, requirePerson(c), idOf(c));
      flash(c, 'done', 'backpack.delete.done');
      return c.redirect('/backpack/removed', 303);
    });
}

const idOf = (c: HubContext): string => c.req.param('id') ?? '';

async function present(app: App, c: HubContext, form = {}, status: 200 | 422 = 200): Promise<Response> {
  const actor = requirePerson(c);
  const viewed = await viewHolding(app, actor, idOf(c));
  const { holding } = viewed;
  const carrier = holding.carrierFile && (await app.files.read(holding.carrierFile));
  return show(
    c,
    <HoldingPage
      p={c.get('page')}
      {...viewed}
      madeOutTo={madeOutTo(holding.view.recipient, actor.emails)}
      shownAt={shownAt(holding)}
      files={filesToTake(holding, viewed.standing, carrier?.name)}
      links={shownLinks(app, await listShareLinks(app.db, holding.id))}
      collections={await listCollections(app.db, actor.personId)}
      inCollections={await listCollectionsOf(app.db, holding.id)}
      older={await listOlderCopies(app.db, holding.id)}
      {...form}
    />,
    status,
  );
}

/** The page that others see; nobody sees one that is private. */
function shownAt({ id, credentialId, visibility, linkToken }: Holding): string | undefined {
  if (visibility === 'private') return undefined;
  const path = credentialId ? `/credentials/${credentialId}` : `/holdings/${id}`;
  return visibility === 'link' ? `${path}?key=${linkToken}` : path;
}

async function decideVisibility(app: App, c: HubContext): Promise<Response> {
  const parsed = await parseForm(c, Show);
  if (!parsed.ok) return present(app, c, { errors: parsed.errors }, 422);
  const { visibility } = parsed.value;
  const result = await attempt(() => setVisibility(app, requirePerson(c), idOf(c), visibility));
  if ('refusal' in result) {
    if (result.refusal.code !== 'holding.not-yours') throw result.refusal;
    return cannotShow(app, c);
  }
  flash(c, 'done', `backpack.visibility.${visibility}.done`);
  return c.redirect(`/backpack/${idOf(c)}`, 303);
}

/** It is made out to another address, or to none. */
async function cannotShow(app: App, c: HubContext): Promise<Response> {
  const actor = requirePerson(c);
  const { view } = await ownHolding(app.db, actor, idOf(c));
  const { t } = c.get('page');
  const key = `backpack.made-out.${madeOutTo(view.recipient, actor.emails)}`;
  return present(app, c, { errors: { visibility: `${t(`${key}.title`)} ${t(`${key}.say`)}` } }, 422);
}

async function picture(app: App, c: HubContext): Promise<Response> {
  const { imageFile } = await ownHolding(app.db, requirePerson(c), idOf(c));
  const file = imageFile && (await app.files.read(imageFile));
  if (!file) return c.notFound();
  const headers = { ...inertHeaders, 'content-type': file.type, 'cache-control': 'private, max-age=86400' };
  return c.body(Uint8Array.from(file.bytes), 200, headers);
}

/** The file as it was brought, byte for byte. */
async function original(app: App, c: HubContext): Promise<Response> {
  const { carrierFile } = await ownHolding(app.db, requirePerson(c), idOf(c));
  const file = carrierFile && (await app.files.read(carrierFile));
  if (!file) return c.notFound();
  const type = { 'content-type': file.type, 'content-disposition': attachmentNamed(file.name) };
  return c.body(Uint8Array.from(file.bytes), 200, { ...inertHeaders, ...type });
}

async function document(app: App, c: HubContext): Promise<Response> {
  const holding = await ownHolding(app.db, requirePerson(c), idOf(c));
  const jws = isJws(holding.document);
  const name = attachmentNamed(fileNameOf(holding.view.name, jws ? 'jwt' : 'json'));
  const type = { 'content-type': jws ? 'application/jwt' : 'application/json', 'content-disposition': name };
  return c.body(holding.document, 200, { ...inertHeaders, ...type });
}
