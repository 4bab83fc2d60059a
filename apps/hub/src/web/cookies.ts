import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

const year = 365 * 24 * 3600;

/**
 * `__Host-` binds a cookie to this host and to https; on plain http (a hub at home) browsers refuse the prefix.
 * There the port stands in the name instead: browsers share cookies among all ports of a host, hubs do not.
 */
export function cookieName(name: string, address: { protocol: string; port: string }): string {
  if (address.protocol === 'https:') return `__Host-${name}`;
  return address.port ? `${name}-${address.port}` : name;
}

function nameOf(c: Context, name: string): string {
  const { protocol, port } = new URL(c.req.url);
  const isHttps = c.get('https') || c.req.header('x-forwarded-proto') === 'https';
  return cookieName(name, { protocol: isHttps ? 'https:' : protocol, port });
}

export function readCookie(c: Context, name: string): string | undefined {
  return getCookie(c, nameOf(c, name));
}

/** Always HttpOnly and SameSite=Lax. `seconds` undefined: until the browser closes. */
export function writeCookie(c: Context, name: string, value: string, seconds?: number): void {
  const full = nameOf(c, name);
  setCookie(c, full, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: full.startsWith('__Host-'),
    ...(seconds === undefined ? {} : { maxAge: Math.min(seconds, year) }),
  });
}

export function dropCookie(c: Context, name: string): void {
  const full = nameOf(c, name);
  deleteCookie(c, full, { path: '/', secure: full.startsWith('__Host-') });
}
