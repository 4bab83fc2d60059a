import { Hono } from 'hono';
import { z } from 'zod';
import type { App } from '../../../kernel/app.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { line, optionalParagraphs } from '../../../web/fields.ts';
import { flash } from '../../../web/flash.ts';
import { parseForm } from '../../../web/parse.ts';
import { requirePerson } from '../../../web/require-person.ts';
import { show } from '../../../web/show.ts';
import {
  arrangeCollection,
  editCollection,
  endCollection,
  makeCollection,
  ownCollection,
} from '../change-collection.ts';
import { arrangements } from '../collection-model.ts';
import { listCollectionHoldings, listCollections } from '../collection-store.ts';
import { type Collection, visibilities } from '../model.ts';
import { listShareLinks } from '../share-store.ts';
import { listShelf } from '../shelf-store.ts';
import { CollectionPage, CollectionsPage } from '../views/collections-page.tsx';
import { shownLinks } from './shown-links.ts';

const Content = z.strictObject({
  title: line(120),
  text: optionalParagraphs(5000),
  visibility: z.enum(visibilities).default('private'),
});
const Arrange = z.strictObject({ holding: z.string().max(60), how: z.enum(arrangements) });

/** Holdings arranged to be shown. */
export function collectionRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>()
    .get('/backpack/collections', (c) => overview(app, c))
    .post('/backpack/collections', (c) => make(app, c))
    .get('/backpack/collections/:id', (c) => one(app, c))
    .post('/backpack/collections/:id', (c) => edit(app, c))
    .post('/backpack/collections/:id/arrange', (c) => rearrange(app, c))
    .post('/backpack/collections/:id/end', async (c) => {
      await endCollection(app, requirePerson(c), idOf(c));
      flash(c, 'done', 'backpack.collections.ended');
      return c.redirect('/backpack/collections', 303);
    });
}

const idOf = (c: HubContext): string => c.req.param('id') ?? '';

async function overview(app: App, c: HubContext, form = {}, status: 200 | 422 = 200): Promise<Response> {
  const collections = await listCollections(app.db, requirePerson(c).personId);
  return show(c, <CollectionsPage p={c.get('page')} collections={collections} {...form} />, status);
}

async function make(app: App, c: HubContext): Promise<Response> {
  const parsed = await parseForm(c, Content);
  if (!parsed.ok) return overview(app, c, { errors: parsed.errors, values: parsed.values }, 422);
  const id = await makeCollection(app, requirePerson(c), parsed.value);
  flash(c, 'done', 'backpack.collections.made');
  return c.redirect(`/backpack/collections/${id}`, 303);
}

async function one(app: App, c: HubContext, form = {}, status: 200 | 422 = 200): Promise<Response> {
  const actor = requirePerson(c);
  const collection = await ownCollection(app.db, actor, idOf(c));
  const holdings = await listCollectionHoldings(app.db, collection.id);
  const inside = new Set(holdings.map(({ id }) => id));
  const shelf = await listShelf(app.db, actor.personId, app.clock());
  return show(
    c,
    <CollectionPage
      p={c.get('page')}
      collection={collection}
      holdings={holdings}
      others={shelf.filter(({ id }) => !inside.has(id))}
      links={shownLinks(app, await listShareLinks(app.db, collection.id))}
      shownAt={shownAt(collection)}
      {...form}
    />,
    status,
  );
}

function shownAt({ id, visibility, linkToken }: Collection): string | undefined {
  if (visibility === 'private') return undefined;
  return visibility === 'link' ? `/collections/${id}?key=${linkToken}` : `/collections/${id}`;
}

async function edit(app: App, c: HubContext): Promise<Response> {
  const parsed = await parseForm(c, Content);
  if (!parsed.ok) return one(app, c, { errors: parsed.errors, values: parsed.values }, 422);
  await editCollection(app, requirePerson(c), idOf(c), parsed.value);
  flash(c, 'done', 'backpack.collections.kept');
  return c.redirect(`/backpack/collections/${idOf(c)}`, 303);
}

async function rearrange(app: App, c: HubContext): Promise<Response> {
  const actor = requirePerson(c);
  const parsed = await parseForm(c, Arrange);
  if (!parsed.ok) throw new Refusal('holding.not-found');
  await arrangeCollection(app, actor, idOf(c), parsed.value);
  return c.redirect(`/backpack/collections/${idOf(c)}#badges`, 303);
}
