import { Hono } from 'hono';
import { z } from 'zod';
import type { App } from '../../../kernel/app.ts';
import { attempt, Refusal } from '../../../kernel/refusal.ts';
import { qrPng, qrSvg } from '../../../platform/pictures/index.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import { line, optionalInteger, optionalLocalTime } from '../../../web/fields.ts';
import { flash } from '../../../web/flash.ts';
import { momentOf } from '../../../web/local-time.ts';
import { parseForm } from '../../../web/parse.ts';
import { requirePerson } from '../../../web/require-person.ts';
import { show } from '../../../web/show.ts';
import { findCodeById, listCodes } from '../code-store.ts';
import { closeCode, makeCode } from '../make-code.ts';
import { CodePage } from '../views/code-page.tsx';
import { CodesPage, type CodesPageProps } from '../views/codes-page.tsx';
import { codesPath } from '../views/paths.ts';
import { issuedAchievement, refusalSentence } from './issuing.ts';

const Making = z.object({
  label: line(120),
  limit: optionalInteger(1, 100_000),
  opensAt: optionalLocalTime,
  closesAt: optionalLocalTime,
});

export function codeRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>()
    .get('/achievements/:id/codes', (c) => list(app, c))
    .post('/achievements/:id/codes', (c) => make(app, c))
    .get('/codes/:id', (c) => one(app, c))
    .get('/codes/:id/qr.svg', async (c) => {
      const { code } = await issuedCode(app, c);
      return c.body(await qrSvg(app.urls.code(code.code)), 200, { 'content-type': 'image/svg+xml' });
    })
    .get('/codes/:id/qr.png', async (c) => {
      const { code } = await issuedCode(app, c);
      const bytes = await qrPng(app.urls.code(code.code));
      return c.body(new Uint8Array(bytes), 200, {
        'content-type': 'image/png',
        'content-disposition': `attachment; filename="${code.code}.png"`,
      });
    })
    .post('/codes/:id/close', async (c) => {
      const { actor, code } = await issuedCode(app, c);
      await closeCode(app, actor, code.id);
      flash(c, 'done', 'awards.codes.closed', { code: code.code });
      return c.redirect(codesPath(code.achievementId), 303);
    });
}

async function issuedCode(app: App, c: HubContext) {
  requirePerson(c);
  const code = await findCodeById(app.db, c.req.param('id') ?? '');
  if (!code) throw new Refusal('code.not-found');
  return { code, ...(await issuedAchievement(app, c, code.achievementId)) };
}

async function list(app: App, c: HubContext, more: Partial<CodesPageProps> = {}): Promise<Response> {
  const { achievement } = await issuedAchievement(app, c);
  const codes = await listCodes(app.db, achievement.id);
  const page = <CodesPage p={c.get('page')} achievement={achievement} codes={codes} now={app.clock()} {...more} />;
  return show(c, page, more.errors ? 422 : 200);
}

async function make(app: App, c: HubContext): Promise<Response> {
  const { actor, achievement } = await issuedAchievement(app, c);
  const { timeZone } = c.get('page');
  const parsed = await parseForm(c, Making);
  if (!parsed.ok) return list(app, c, parsed);
  const { label, limit, opensAt, closesAt } = parsed.value;
  const moment = (local: string) => (local ? momentOf(local, timeZone) : undefined);
  const result = await attempt(() =>
    makeCode(app, actor, {
      achievementId: achievement.id,
      label,
      useLimit: limit,
      opensAt: moment(opensAt),
      closesAt: moment(closesAt),
    }),
  );
  if ('refusal' in result) {
    if (result.refusal.code !== 'code.window-backwards') throw result.refusal;
    return list(app, c, { errors: { closesAt: refusalSentence(c, result.refusal) }, values: parsed.form.values });
  }
  return c.redirect(`/codes/${result.done.id}`, 303);
}

async function one(app: App, c: HubContext): Promise<Response> {
  const { code, achievement } = await issuedCode(app, c);
  return show(
    c,
    <CodePage
      p={c.get('page')}
      achievement={achievement}
      code={code}
      address={app.urls.code(code.code)}
      now={app.clock()}
    />,
  );
}
