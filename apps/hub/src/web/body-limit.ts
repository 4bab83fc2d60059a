import type { MiddlewareHandler } from 'hono';
import { Refusal } from '../kernel/refusal.ts';
import type { HubEnv } from './env.ts';

const megabyte = 1024 * 1024;

/**
 * Refuses bodies over the limit. What still comes is read and thrown away (up to a bound), since a browser whose
 * upload is cut off shows a network error instead of our sentence.
 */
export function bodyLimit(limits: { upload: number; other: number }): MiddlewareHandler<HubEnv> {
  return async (c, next) => {
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
    const counted = body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          seen += chunk.byteLength;
          if (seen > limit) controller.error(refusal());
          else controller.enqueue(chunk);
        },
      }),
    );
    c.req.raw = new Request(c.req.raw, { body: counted, duplex: 'half' } as RequestInit);
    return next();
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
