import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import type { App } from '../kernel/app.ts';
import { Refusal } from '../kernel/refusal.ts';
import { readCookie, writeCookie } from './cookies.ts';
import type { HubEnv } from './env.ts';
import { readForm } from './read-form.ts';

const safe = ['GET', 'HEAD', 'OPTIONS'];

/**
 * A value that only pages of this hub can know: an HMAC of the visitor's cookie.
 * Reading it gives the visitor that cookie, so pages without forms set none.
 */
export function csrfToken(app: Pick<App, 'keys' | 'random'>, c: Context): string {
  let visit = readCookie(c, 'visit');
  if (!visit || visit.length > 64) {
    visit = Buffer.from(app.random(18)).toString('base64url');
    writeCookie(c, 'visit', visit);
  }
  return mac(app, visit);
}

/** The value that belongs to a visitor's cookie. */
export function mac(app: Pick<App, 'keys'>, visit: string): string {
  return createHmac('sha256', app.keys.derive('csrf')).update(visit).digest('base64url');
}

/** Refuses writes that another site made the browser send. Programs with a token of their own send no cookie and pass. */
export function csrfGuard(app: App): MiddlewareHandler<HubEnv> {
  return async (c, next) => {
    if (safe.includes(c.req.method) || c.req.path.startsWith('/api/')) return next();
    const site = c.req.header('sec-fetch-site');
    if (site && site !== 'same-origin' && site !== 'none') throw new Refusal('web.form-expired');
    const origin = c.req.header('origin');
    const own = [new URL(c.req.url).host, new URL(app.urls.base).host];
    if (origin && origin !== 'null' && !(URL.canParse(origin) && own.includes(new URL(origin).host))) {
      throw new Refusal('web.form-expired');
    }
    const given = c.req.header('x-csrf-token') ?? (await readForm(c)).values['_csrf'];
    const visit = readCookie(c, 'visit');
    if (typeof given !== 'string' || !visit || !equal(given, mac(app, visit))) throw new Refusal('web.form-expired');
    return next();
  };
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
