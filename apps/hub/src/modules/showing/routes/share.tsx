import { Hono } from 'hono';
import type { App } from '../../../kernel/app.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { show } from '../../../web/show.ts';
import { loadCollection, type ShownCollection } from '../load-collection.ts';
import { openShare } from '../open-share.ts';
import { CollectionPage } from '../views/collection-page.tsx';
import { answerCredential } from './answer-credential.tsx';
import { answerElsewhere } from './holding.tsx';

/** Collections at their own address, and whatever a share link opens. */
export function sharedPages(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>()
    .get('/collections/:id', async (c) => {
      const found = await loadCollection(app, c.get('actor'), c.req.param('id'), c.req.query('key'));
      return showCollection(c, found);
    })
    .get('/s/:token', async (c) => {
      await app.limits.take(`share ${c.get('remote')}`, { capacity: 60, perMinute: 30 });
      const shared = await openShare(app, c.req.param('token'));
      if ('credential' in shared) return answerCredential(app, c, shared.credential);
      if ('elsewhere' in shared) return answerElsewhere(c, shared.elsewhere);
      return showCollection(c, shared.collection, true);
    });
}

function showCollection(c: HubContext, shown: ShownCollection, isShared = false): Response {
  const actor = c.get('actor');
  const isHolder = actor.kind === 'person' && actor.personId === shown.collection.holderId;
  c.header('vary', 'Accept-Language, Cookie');
  return show(c, <CollectionPage p={c.get('page')} shown={shown} isHolder={isHolder} isShared={isShared} />);
}
