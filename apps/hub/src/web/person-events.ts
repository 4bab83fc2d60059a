import { Hono } from 'hono';
import type { App } from '../kernel/app.ts';
import type { HubEnv } from './env.ts';
import { eventStream } from './event-stream.ts';

/**
 * `/events`: what finished for the person who is signed in, on whatever page they are. A job publishes to `person:<id>`
 * the catalogue key of a sentence, its values, and where the result is.
 */
export function personEventRoutes(app: Pick<App, 'live'>): Hono<HubEnv> {
  return new Hono<HubEnv>().get('/events', (c) => {
    const actor = c.get('actor');
    const { t } = c.get('page');
    // 204 tells the browser not to come again
    if (actor.kind !== 'person') return c.body(null, 204);
    return eventStream(
      c,
      (send, gone) =>
        new Promise((resolve) => {
          const leave = app.live.subscribe(`person:${actor.personId}`, ({ key, href, ...values }) => {
            void send('finished', { text: t(String(key), values), ...(href ? { href } : {}) });
          });
          gone.addEventListener('abort', () => {
            leave();
            resolve();
          });
        }),
    );
  });
}
