import { randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { JsonObject } from '../../src/model/json.ts';
import { type StubPage, stubFetch } from '../../src/testing/stub-fetch.ts';
import { serveTools } from '../serve/serve-tools.ts';
import { type RunningServer, type ServerOptions, startServer } from '../serve/start-server.ts';

export interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  /** The answer as JSON; empty when it is none. */
  body: JsonObject;
}

interface Sending {
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

export const serveTime = new Date('2026-06-01T12:00:00Z');

/** A server in this process on a port that was free, and how to speak to it. */
export class ServedBadges {
  readonly bugs: unknown[] = [];
  private running: RunningServer | undefined;

  async start(options: Partial<ServerOptions> & { pages?: Record<string, StubPage> } = {}): Promise<this> {
    const { pages = {}, ...more } = options;
    this.running = await startServer({
      port: 0,
      isSecure: false,
      isTestMode: false,
      clock: () => serveTime,
      random: (bytes) => randomBytes(bytes),
      tools: serveTools(),
      fetch: stubFetch(pages),
      onBug: (error) => this.bugs.push(error),
      ...more,
    });
    return this;
  }

  get world() {
    if (!this.running) throw new Error('not started');
    return this.running.world;
  }

  stop = (): Promise<void> => this.running?.close() ?? Promise.resolve();

  send(method: string, path: string, { headers = {}, body }: Sending = {}): Promise<Reply> {
    const url = path.startsWith('http') ? path : this.world.origin + path;
    const start = url.startsWith('https:') ? httpsRequest : httpRequest;
    return new Promise((resolve, reject) => {
      const sending = start(url, { method, headers, agent: false, rejectUnauthorized: false }, (message) => {
        const parts: Buffer[] = [];
        message.on('data', (part) => parts.push(part));
        message.on('error', reject);
        message.on('end', () =>
          resolve(replyOf(message.statusCode ?? 0, message.headers, Buffer.concat(parts).toString())),
        );
      });
      sending.on('error', reject);
      sending.end(body);
    });
  }

  post(path: string, body: unknown): Promise<Reply> {
    const headers = { 'content-type': 'application/json' };
    return this.send('POST', path, { headers, body: typeof body === 'string' ? body : JSON.stringify(body) });
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Reply> {
    return this.send('GET', path, { headers });
  }

  /** The credential that an issuer of the server makes of this. Throws when it refuses. */
  async issued(issuer: string, credential: JsonObject, options: JsonObject = {}): Promise<JsonObject> {
    const { status, body, text } = await this.post(`/issuers/${issuer}/credentials/issue`, { credential, options });
    if (status !== 201) throw new Error(`${status} ${text}`);
    return body.verifiableCredential as JsonObject;
  }

  verify(verifiableCredential: unknown, options: JsonObject = {}, prefix = ''): Promise<Reply> {
    return this.post(`${prefix}/credentials/verify`, { verifiableCredential, options });
  }
}

function replyOf(status: number, headers: Reply['headers'], text: string): Reply {
  const isJson = String(headers['content-type']).includes('json');
  return { status, headers, text, body: isJson ? JSON.parse(text) : {} };
}

/** The least that a credential says; its issuer is filled in. */
export const leastCredential: JsonObject = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: 'urn:uuid:86294362-4254-4f36-854f-3952fe42555d',
  type: ['VerifiableCredential'],
  credentialSubject: { id: 'did:example:alice', name: 'Alice' },
};

/** The types of the problems in a reply, without their vocabulary. */
export function problemTypes({ body }: Reply): string[] {
  return (body.problemDetails as { type: string }[]).map(({ type }) => type.split('#')[1] ?? type);
}
