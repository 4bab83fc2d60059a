import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { HubContext } from './env.ts';

/** Answers with a whole page. */
export function show(c: HubContext, view: Child, status: ContentfulStatusCode = 200): Response {
  return c.html(`<!doctype html>\n${String(view)}`, status);
}
