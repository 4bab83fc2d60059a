import type { ServerResponse } from 'node:http';

/** What a route answers: JSON for an object, text as it is. */
export interface ServerAnswer {
  status: number;
  body?: object | string;
  headers?: Record<string, string>;
}

export function sendAnswer(
  { status, body, headers = {} }: ServerAnswer,
  response: ServerResponse,
  isHead: boolean,
): void {
  const text = typeof body === 'object' ? JSON.stringify(body) : body;
  const kind = typeof body === 'object' ? 'application/json' : 'text/plain; charset=utf-8';
  response.writeHead(status, {
    ...(text === undefined ? {} : { 'content-type': kind, 'content-length': Buffer.byteLength(text) }),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(isHead ? undefined : text);
}
