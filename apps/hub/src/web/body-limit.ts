import type { MiddlewareHandler } from 'hono';
import { Refusal } from '../kernel/refusal.ts';
import type { HubEnv } from './env.ts';

const megabyte = 1024 * 1024;

/** Bytes that one body may have, and all bodies together of requests that are being answered. */
export interface BodyLimits {
  upload: number;
  other: number;
  together: number;
}

/**
 * Refuses bodies over the limit, and for a moment every body when many large ones come at once: forms are read as a
 * whole, so the memory would end. What still comes is read and thrown away (up to a bound), since a browser whose
 * upload is cut off shows a network error instead of our sentence.
 */
export function bodyLimit(limits: BodyLimits): MiddlewareHandler<HubEnv> {
  let held = 0;
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const { body } = c.req.raw;
    if (!body) return next();
    const isUpload = /^(multipart|image)\//.test(c.req.header('content-type') ?? '');
    const limit = isUpload ? limits.upload : limits.other;
    const refusal = () => new Refusal('web.body-too-large', { megabytes: Math.max(1, Math.floor(limit / megabyte)) });
    if (Number(c.req.header('content-length') ?? 0) > limit) {
      await drain(body, 512 * megabyte);
      throw refusal();
    }
    let seen = 0;
    let answered = false;
    const counted = body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          if (answered) return controller.terminate();
          seen += chunk.byteLength;
          held += chunk.byteLength;
          if (seen > limit) controller.error(refusal());
          else if (held > limits.together) controller.error(new Refusal('web.too-many-requests', { seconds: 10 }));
          else controller.enqueue(chunk);
        },
      }),
    );
    c.req.raw = new Request(c.req.raw, { body: counted, duplex: 'half' } as RequestInit);
    try {
      await next();
    } finally {
      answered = true;
      held -= seen;
    }
    return undefined;
  };
}

async function drain(body: ReadableStream<Uint8Array>, bound: number): Promise<void> {
  const reader = body.getReader();
  let seen = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    seen += value.byteLength;
    if (seen > bound) return reader.cancel();
  }
}
