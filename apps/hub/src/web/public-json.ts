import { createHash } from 'node:crypto';
import type { HubContext } from './env.ts';

/** A document for programs anywhere: unauthenticated, from any origin, kept for five minutes, with a strong ETag. */
export function publicJson(c: HubContext, document: unknown, type: string): Response {
  const body = typeof document === 'string' ? document : JSON.stringify(document);
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  const headers = {
    etag,
    vary: 'Accept',
    'cache-control': 'public, max-age=300',
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'ETag',
    'cross-origin-resource-policy': 'cross-origin',
  };
  if (isSame(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers);
  return c.body(body, 200, { ...headers, 'content-type': type });
}

/** RFC 9110 §13.1.2: weak comparison, a list, or anything. */
function isSame(asked: string | undefined, etag: string): boolean {
  const tags = (asked ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}
