import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Dispatcher } from 'undici';

export type Body = Dispatcher.ResponseData['body'];

/** Counts what comes out of the decompression, and stops there and then; undefined when it is more than the limit. */
export async function collectBody(body: Body, decoder: Decoder | undefined, limit: number, signal: AbortSignal) {
  const parts: Uint8Array[] = [];
  let size = 0;
  const gather = async (source: AsyncIterable<Uint8Array>) => {
    for await (const part of source) {
      size += part.length;
      if (size > limit) return;
      parts.push(part);
    }
  };
  try {
    await (decoder ? pipeline(body, decoder, gather, { signal }) : pipeline(body, gather, { signal }));
  } catch (error) {
    // To stop in the middle is a premature end for the stages before.
    if (size <= limit) throw error;
  }
  return size > limit ? undefined : Buffer.concat(parts);
}

type Decoder = ReturnType<typeof createGunzip>;

const decoders = new Map<string, () => Decoder | undefined>([
  ['', () => undefined],
  ['identity', () => undefined],
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
]);

/** What undoes one content coding (RFC 9110 §8.4.1); undefined for one that is not known. */
export function decoderOf(encoding: string): (() => Decoder | undefined) | undefined {
  return decoders.get(encoding.trim().toLowerCase());
}
