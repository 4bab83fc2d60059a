import { isIPv6, type LookupFunction } from 'node:net';
import type { Dispatcher } from 'undici';
import { maxAgeOf } from '../verify/max-age.ts';
import type { FetchFailure } from '../verify/report.ts';
import { collectBody, decoderOf } from './collect-body.ts';
import type { Target } from './fetch-target.ts';

/** What one request came to; a redirect is not followed. */
export type RawAnswer =
  | { status: number; contentType: string; location?: string; maxAge?: number; link?: string; body: Uint8Array }
  | { status?: number; failure: FetchFailure };

/** The largest answer that is read, in bytes and after decompression. */
const mostBytes = 5 * 1024 * 1024;

/** One GET at the checked addresses, without following, cookies or proxies. */
export async function fetchOnce(
  { url, addresses }: Target,
  { accept, userAgent }: { accept: string; userAgent: string },
  signal: AbortSignal,
): Promise<RawAnswer> {
  const { Agent, request } = await import('undici');
  const agent = new Agent({ connect: { lookup: pinnedTo(addresses) }, pipelining: 0 });
  try {
    const response = await request(url, {
      dispatcher: agent,
      signal,
      headers: { accept, 'accept-encoding': 'gzip, deflate, br', 'user-agent': userAgent },
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

async function read(response: Dispatcher.ResponseData, signal: AbortSignal): Promise<RawAnswer> {
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
  const bytes = await collectBody(body, decode(), mostBytes, signal);
  return bytes
    ? { status, contentType, ...maxAgeOf(headers), ...linkOf(headers), body: bytes }
    : { status, failure: 'too-large' };
}

function linkOf({ link }: Record<string, string | string[] | undefined>): { link?: string } {
  return link === undefined ? {} : { link: [link].flat().join(', ') };
}

// No type and octet-stream are what file stores say about badges; who asked looks at the bytes anyway.
const knownType =
  /^($|text\/(plain|html|xml)|(application|binary)\/octet-stream|application\/(json|jwt|jose|jose\+json|vc|vp|did|xml|xhtml\+xml|[\w.-]+\+(json|jwt|ld\+json))|image\/(png|svg\+xml|jpeg|gif|webp))$/;

function isKnownType(contentType: string): boolean {
  return knownType.test((contentType.split(';')[0] ?? '').trim().toLowerCase());
}
