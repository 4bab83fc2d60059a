import { streamSSE } from 'hono/streaming';
import { Refusal } from '../kernel/refusal.ts';
import type { HubContext } from './env.ts';

/** Writes one event; the data is JSON. */
export type SendEvent = (event: string, value: unknown) => Promise<void>;

const heartbeat = 20_000;

/** Tabs of one browser: they share its session. */
const mostStreams = 24;
const open = new Map<string, number>();

/** Counts one stream more of this session; gives back what counts it off. */
function enter(session: string): () => void {
  const count = (open.get(session) ?? 0) + 1;
  if (count > mostStreams) throw new Refusal('web.too-many-requests', { seconds: 60 });
  open.set(session, count);
  return () => {
    const left = (open.get(session) ?? 1) - 1;
    if (left > 0) open.set(session, left);
    else open.delete(session);
  };
}

/**
 * A stream of server-sent events. `work` runs until it is done or the reader leaves, which its signal tells. Something is
 * written from time to time, so that nobody on the way takes the connection for dead.
 */
export function eventStream(
  c: HubContext,
  work: (send: SendEvent, gone: AbortSignal) => Promise<void>,
): Response | Promise<Response> {
  // whoever asks for the head only never reads, and would never be noticed to leave
  if (c.req.method === 'HEAD') return c.body(null, 200, { 'content-type': 'text/event-stream' });
  const leave = enter(c.get('sessionId') ?? 'visitors');
  // a proxy that collects what it passes on would hold back the news
  c.header('x-accel-buffering', 'no');
  return streamSSE(c, async (stream) => {
    const gone = new AbortController();
    stream.onAbort(() => gone.abort());
    const beat = setInterval(() => void stream.write(': still here\n\n'), heartbeat);
    try {
      await work(async (event, value) => stream.writeSSE({ event, data: JSON.stringify(value) }), gone.signal);
    } finally {
      clearInterval(beat);
      leave();
    }
  });
}
