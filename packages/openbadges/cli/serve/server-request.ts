import type { IncomingMessage } from 'node:http';
import { parseJson } from '../../src/import/parse-json.ts';
import { isObject, type JsonObject } from '../../src/model/json.ts';
import { HttpRefusal } from './http-refusal.ts';

/** One request, as the routes see it. */
export interface ServerRequest {
  method: string;
  /** As it was sent, percent-encoding kept, without the query. */
  path: string;
  query: URLSearchParams;
  accept: string;
  /** The body, which must be one JSON object. Throws an `HttpRefusal`. */
  json(): Promise<JsonObject>;
}

/** Bytes. The largest credentials of the suites have some kilobytes. */
export const mostBody = 4 * 1024 * 1024;

export function serverRequest(message: IncomingMessage): ServerRequest {
  const [path = '/', query = ''] = (message.url ?? '/').split('?', 2);
  return {
    method: message.method ?? 'GET',
    path,
    query: new URLSearchParams(query),
    accept: message.headers.accept ?? '',
    json: () => jsonOf(message),
  };
}

async function jsonOf(message: IncomingMessage): Promise<JsonObject> {
  const type = (message.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (!/^application\/([\w.+-]+\+)?json$|^application\/(vc|vp)$/.test(type)) {
    throw new HttpRefusal(415, { code: 'import.not-understood', sentence: 'Send the body as application/json.' });
  }
  const parsed = parseJson(await textOf(message));
  if (!parsed.ok) throw new HttpRefusal(400, { code: parsed.code });
  if (isObject(parsed.json)) return parsed.json;
  throw new HttpRefusal(400, { code: 'document.invalid', sentence: 'The body is not one JSON object.' });
}

async function textOf(message: IncomingMessage): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await bytesOf(message));
  } catch (error) {
    if (error instanceof TypeError) throw new HttpRefusal(400, { code: 'import.broken-json' });
    throw error;
  }
}

/** Not by iteration, which would end the connection, and the answer with it, where the body is too large. */
function bytesOf(message: IncomingMessage): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let length = 0;
    message.on('data', (part: Buffer) => {
      length += part.length;
      if (length <= mostBody) parts.push(part);
      else {
        parts.length = 0;
        reject(new HttpRefusal(413, { code: 'import.too-large', values: { limit: '4 MB' } }));
      }
    });
    message.on('end', () => resolve(Buffer.concat(parts)));
    message.on('close', () => reject(new HttpRefusal(400, { code: 'import.broken-json' })));
  });
}
