import { isIPv6, type LookupFunction } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Dispatcher } from 'undici';
import type { Failure, Target } from './fetch-target.ts';

export type Answer =
  | { status: number; contentType: string; location?: string; body: Uint8Array }
  | { status?: number; failure: Failure };

const documentLimit = 1024 * 1024;
const pictureLimit = 5 * 1024 * 1024;

/** One GET at the checked addresses, without following, cookies or proxies. */
export async function fetchOnce({ url, addresses }: Target, accept: string, signal: AbortSignal): Promise<Answer> {
  const { Agent, request } = await import('undici');
  const agent = new Agent({ connect: { lookup: pinnedTo(addresses) }, pipelining: 0 });
  try {
    const response = await request(url, {
      dispatcher: agent,
      signal,
      headers: { accept, 'accept-encoding': 'gzip, deflate, br', 'user-agent': 'badge-alliance-hub' },
    });
    return await read(response, signal);
  } catch (error) {
    // Whatever goes wrong between here and there has a code or is the signal.
    if (!(error instanceof Error) || !(signal.aborted || 'code' in error)) throw error;
    return { failure: signal.aborted ? 'timeout' : 'unreachable' };
  } finally {
    await agent.destroy();
  }
}

function pinnedTo(addresses: string[]): LookupFunction {
  const answers = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
  return (_host, options, callback) => {
    const [first] = answers;
    if (options.all) callback(null, answers);
    else callback(null, first?.address ?? '', first?.family);
  };
}

async function read(response: Dispatcher.ResponseData, signal: AbortSignal): Promise<Answer> {
  const { statusCode: status, headers, body } = response;
  // What is destroyed before its end says so, and nobody else listens.
  body.on('error', () => {});
  const contentType = String(headers['content-type'] ?? '');
  const location = typeof headers.location === 'string' ? headers.location : undefined;
  if (status < 200 || status >= 300) {
    body.destroy();
    return { status, contentType, location, body: new Uint8Array() };
  }
  const decode = decoderOf(String(headers['content-encoding'] ?? ''));
  if (!isKnownType(contentType) || !decode) {
    body.destroy();
    return { status, failure: 'wrong-type' };
  }
  const limit = contentType.startsWith('image/') ? pictureLimit : documentLimit;
  const bytes = await collect(body, decode(), limit, signal);
  return bytes ? { status, contentType, body: bytes } : { status, failure: 'too-large' };
}

type Body = Dispatcher.ResponseData['body'];

/** Counts what comes out of the decompression, and stops there and then; undefined when it is more than the limit. */
async function collect(body: Body, decoder: Decoder | undefined, limit: number, signal: AbortSignal) {
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

function decoderOf(encoding: string): (() => Decoder | undefined) | undefined {
  const decoders: Record<string, () => Decoder | undefined> = {
    '': () => undefined,
    identity: () => undefined,
    gzip: createGunzip,
    'x-gzip': createGunzip,
    deflate: createInflate,
    br: createBrotliDecompress,
  };
  return decoders[encoding.trim().toLowerCase()];
}

// No type and octet-stream are what file stores say about badges; who asked looks at the bytes anyway.
const knownType =
  /^($|text\/(plain|html|xml)|(application|binary)\/octet-stream|application\/(json|jwt|jose|jose\+json|vc|vp|did|xml|xhtml\+xml|[\w.-]+\+(json|jwt|ld\+json))|image\/(png|svg\+xml|jpeg|gif|webp))$/;

function isKnownType(contentType: string): boolean {
  return knownType.test((contentType.split(';')[0] ?? '').trim().toLowerCase());
}
