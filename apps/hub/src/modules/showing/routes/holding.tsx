import { Hono } from 'hono';
import { readBadge } from 'openbadges';
import type { App } from '../../../kernel/app.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { show } from '../../../web/show.ts';
import { carrierName, contentDisposition } from '../carrier-name-model.ts';
import { loadHolding, type ShownElsewhere } from '../load-holding.ts';
import { ElsewherePage } from '../views/elsewhere-page.tsx';
import { answerBytes } from './answer-bytes.ts';

/** Badges from elsewhere that somebody here shows. */
export function holdingPages(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>()
    .get('/holdings/:id', async (c) => {
      const shown = await load(app, c);
      const { credentialId, visibility, linkToken } = shown.holding;
      const key = shown.sharedBy ?? (visibility === 'link' ? linkToken : undefined);
      if (credentialId) return c.redirect(`/credentials/${credentialId}${key ? `?key=${key}` : ''}`, 302);
      return answerElsewhere(c, shown);
    })
    .get('/holdings/:id/picture', async (c) => {
      const shown = await load(app, c);
      const file = shown.holding.imageFile && (await app.files.read(shown.holding.imageFile));
      if (!file) throw new Refusal('web.not-found');
      return bytes(c, shown, file.bytes, file.type);
    })
    .get('/holdings/:id/original', async (c) => {
      const shown = await load(app, c);
      const file = shown.holding.carrierFile && (await app.files.read(shown.holding.carrierFile));
      if (!file || !holdsOnly(file.bytes, shown.holding.document)) return answerDocument(c, shown);
      return bytes(c, shown, file.bytes, file.type, file.name);
    })
    .get('/holdings/:id/document', async (c) => answerDocument(c, await load(app, c)));
}

/** A file in which other badges came along shows those as well, and nobody was asked about them. */
function holdsOnly(file: Uint8Array, document: string): boolean {
  const reading = readBadge(file);
  return reading.ok && reading.documents.length === 1 && reading.documents[0]?.text === document;
}

function load(app: App, c: HubContext): Promise<ShownElsewhere> {
  return loadHolding(app, c.get('actor'), c.req.param('id') ?? '', c.req.query('key'));
}

export function answerElsewhere(c: HubContext, shown: ShownElsewhere): Response {
  const actor = c.get('actor');
  const isHolder = actor.kind === 'person' && actor.personId === shown.holding.holderId;
  c.header('vary', 'Accept-Language, Cookie');
  return show(c, <ElsewherePage p={c.get('page')} shown={shown} isHolder={isHolder} />);
}

/** As it came, not as anybody would write it today. */
function answerDocument(c: HubContext, shown: ShownElsewhere): Response {
  const { document, view } = shown.holding;
  const isJson = document.trimStart().startsWith('{');
  const type = isJson ? 'application/ld+json' : 'application/jwt';
  return bytes(c, shown, document, type, carrierName(view.name, isJson ? 'json' : 'jwt'));
}

function bytes(c: HubContext, { holding }: ShownElsewhere, body: string | Uint8Array, type: string, name?: string) {
  const disposition = name && contentDisposition('attachment', name);
  return answerBytes(c, { body, type, isPublic: holding.visibility === 'public', disposition, vary: 'Cookie' });
}
