import type { MessageValues } from '../kernel/messages.ts';
import { dropCookie, readCookie, writeCookie } from './cookies.ts';
import type { HubContext } from './env.ts';
import type { Flash, Page } from './page.ts';

interface Waiting {
  kind: Flash['kind'];
  key: string;
  values: Record<string, string | number>;
}

/** Says something on the next page the reader sees. */
export function flash(
  c: HubContext,
  kind: Flash['kind'],
  key: string,
  values: Record<string, string | number> = {},
): void {
  const waiting: Waiting[] = [{ kind, key, values }];
  writeCookie(c, 'flash', Buffer.from(JSON.stringify(waiting)).toString('base64url').slice(0, 3000), 60);
}

/** Takes what waits for the reader; it is said once. */
export function takeFlash(c: HubContext, t: Page['t']): Flash[] {
  const cookie = readCookie(c, 'flash');
  if (!cookie) return [];
  dropCookie(c, 'flash');
  return decode(cookie).map(({ kind, key, values }) => ({ kind, text: t(key, values as MessageValues) }));
}

function decode(cookie: string): Waiting[] {
  const text = Buffer.from(cookie, 'base64url').toString();
  const list: unknown = /^\[\{.*\}\]$/s.test(text) ? safeJson(text) : [];
  if (!Array.isArray(list)) return [];
  return list
    .filter((item): item is Waiting => typeof item?.key === 'string' && ['done', 'problem'].includes(item?.kind))
    .map((item) => ({ ...item, values: item.values ?? {} }));
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
