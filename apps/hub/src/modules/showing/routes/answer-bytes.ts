import { createHash } from 'node:crypto';
import type { HubContext } from '../../../web/env.ts';
import { inertHeaders } from '../../../web/security-headers.ts';

export interface AnswerBytes {
  body: string | Uint8Array;
  type: string;
  /** Lower-case hex of the body, where it is known. */
  sha256?: string;
  /** Everybody may see it, so caches between may keep it, asking each time whether it is still shown. */
  isPublic: boolean;
  disposition?: string;
  vary?: string;
}

/** Bytes for programs and pages anywhere, with a strong ETag. They never run as a page of this hub. */
export function answerBytes(c: HubContext, answer: AnswerBytes): Response {
  const { body, type, isPublic, disposition, vary } = answer;
  const etag = `"${answer.sha256 ?? createHash('sha256').update(body).digest('hex')}"`;
  const headers: Record<string, string> = {
    ...inertHeaders,
    etag,
    'cache-control': isPublic ? 'public, no-cache' : 'private, no-cache',
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'ETag, Content-Disposition',
    ...(vary ? { vary } : {}),
  };
  if (isSame(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers);
  if (disposition) headers['content-disposition'] = disposition;
  headers['content-type'] = type;
  return c.body(typeof body === 'string' ? body : new Uint8Array(body), 200, headers);
}

/** RFC 9110 §13.1.2: weak comparison, a list, or anything. */
function isSame(asked: string | undefined, etag: string): boolean {
  if (!asked) return false;
  const tags = asked.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}
