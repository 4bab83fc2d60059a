import { Hono } from 'hono';
import type { App } from './kernel/app.ts';
import { Refusal } from './kernel/refusal.ts';
import { findAlliance } from './modules/actors/index.ts';
import { countRequests, operationRoutes } from './operations.ts';
import { makeMetrics } from './platform/metrics.ts';
import { mountModules, sessionOf } from './routes.ts';
import { type Assets, loadAssets } from './web/assets.ts';
import { bodyLimit } from './web/body-limit.ts';
import { csrfGuard } from './web/csrf.ts';
import type { HubContext, HubEnv } from './web/env.ts';
import { ErrorPage, refusalText } from './web/error-page.tsx';
import { makePage, type Preferences } from './web/make-page.ts';
import type { Page } from './web/page.ts';
import { problemDocument, refusalStatus, wantsJson } from './web/problem.ts';
import { remoteAddress } from './web/remote-address.ts';
import { securityHeaders } from './web/security-headers.ts';
import { show } from './web/show.ts';
import { StyleguideView } from './web/styleguide.tsx';

const megabyte = 1024 * 1024;

/** The whole hub as one web-standard handler; who listens is decided in `main.ts`. */
export function makeServer(app: App, assetsFolder: string, metrics = makeMetrics(app)): Hono<HubEnv> {
  const server = new Hono<HubEnv>();
  const assets = loadAssets(assetsFolder);
  server.use(countRequests(metrics));
  server.use(identify(app));
  server.use(securityHeaders({ https: app.urls.base.startsWith('https:') }));
  server.get('/assets/*', assets.serve);
  server.route('/', operationRoutes(app, metrics));
  server.use(refuseNul);
  const upload = app.config.uploadLimit;
  server.use(bodyLimit({ upload, other: 2 * megabyte, together: Math.max(256 * megabyte, 2 * upload) }));
  server.use(withPage(app, assets));
  server.use(csrfGuard(app));
  server.use(firstRun(app));
  if (app.config.mode === 'development')
    server.get('/styleguide', (c) => show(c, StyleguideView({ p: c.get('page') })));
  mountModules(app, server);
  server.notFound((c) => answerRefusal(c as HubContext, new Refusal('web.not-found')));
  server.onError((error, c) => answerError(app, c as HubContext, error));
  return server;
}

type Middleware = (c: HubContext, next: () => Promise<void>) => Promise<Response | undefined>;

function identify(app: App): Middleware {
  return async (c, next) => {
    c.set('requestId', app.newId('evt').slice(4));
    c.set('https', app.urls.base.startsWith('https:'));
    c.set('remote', remoteAddress(c, app.config.trustedProxies));
    c.header('x-request-id', c.get('requestId'));
    await next();
    return undefined;
  };
}

// PostgreSQL takes no NUL in a text: no address of the hub has one.
const refuseNul: Middleware = async (c, next) => {
  if (c.req.url.includes('%00')) throw new Refusal('web.not-found');
  await next();
  return undefined;
};

function withPage(app: App, assets: Assets): Middleware {
  const alliance = rememberedAlliance(app);
  return async (c, next) => {
    const session = await sessionOf(app, c);
    c.set('actor', session.actor);
    if (session.sessionId) c.set('sessionId', session.sessionId);
    const preferences: Preferences = session.preferences;
    c.set(
      'page',
      makePage(app, c, {
        actor: session.actor,
        assets,
        preferences,
        alliance: await alliance(session.actor.kind === 'person'),
      }),
    );
    await next();
    return undefined;
  };
}

type AllianceOnPages = Page['alliance'] & { timeZone: string; lang: string };

/** Visitors may see the alliance's name two seconds late; members see it at once. */
function rememberedAlliance(app: App): (fresh: boolean) => Promise<AllianceOnPages> {
  let known: { at: number; alliance: AllianceOnPages } | undefined;
  return async (fresh) => {
    const now = performance.now();
    if (known && !fresh && now - known.at < 2000) return known.alliance;
    const found = await findAlliance(app.db);
    if (!found) return { name: 'Badge Alliance', purpose: '', demo: false, timeZone: 'UTC', lang: 'en' };
    const { name, summary, demo, timeZone, lang } = found;
    known = { at: now, alliance: { name, purpose: summary, demo, timeZone, lang } };
    return known.alliance;
  };
}

/** Until somebody made the alliance there is one page, which makes it. */
function firstRun(app: App): Middleware {
  let made = false;
  const open = /^\/(first-run|verify|api|preferences|styleguide)(\/|$)/;
  return async (c, next) => {
    made ||= (await findAlliance(app.db)) !== undefined;
    if (!made && c.req.method === 'GET' && !open.test(c.req.path) && !wantsJson(c))
      return c.redirect('/first-run', 303);
    await next();
    return undefined;
  };
}

function answerRefusal(c: HubContext, refusal: Refusal): Response {
  if (!c.get('page')) return c.text(refusal.code, refusalStatus[refusal.code]);
  if (refusal.code === 'web.too-many-requests') c.header('retry-after', String(refusal.details.seconds ?? 60));
  if (wantsJson(c)) return problemDocument(c, refusal);
  if (refusal.code === 'web.sign-in-needed' && c.req.method === 'GET') {
    const url = new URL(c.req.url);
    return c.redirect(`/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`, 303);
  }
  const p = c.get('page');
  return show(c, ErrorPage({ p, ...refusalText(p, refusal) }), refusalStatus[refusal.code]);
}

function answerError(app: App, c: HubContext, error: Error): Response | Promise<Response> {
  if (error instanceof Refusal) return answerRefusal(c, error);
  const requestId = c.get('requestId');
  app.log.error({ requestId, route: c.req.routePath, err: error }, 'a request failed');
  const p = c.get('page');
  if (!p) return c.text('internal error', 500);
  const title = p.t('error.unexpected');
  if (wantsJson(c)) {
    const body = { type: 'about:blank', title, status: 500, instance: `urn:request:${requestId}` };
    return c.body(JSON.stringify(body), 500, { 'content-type': 'application/problem+json' });
  }
  return show(c, ErrorPage({ p, title, remedy: p.t('error.unexpected.remedy'), reference: requestId }), 500);
}
