import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { SigningKey } from '../../src/keys/cryptography.ts';
import { BadgeError } from '../../src/model/badge-error.ts';
import type { SdTools } from '../../src/proof/sd/sd-tools.ts';
import type { Fetch } from '../../src/verify/environment.ts';
import { outsideOf } from '../../src/verify/outside.ts';
import { answerRequest } from './answer-request.ts';
import { certificate } from './certificate.ts';
import { challengeBook } from './challenge-book.ts';
import { HttpRefusal } from './http-refusal.ts';
import type { ServeWorld } from './serve-world.ts';
import { type ServerAnswer, sendAnswer } from './server-answer.ts';
import { serverRequest } from './server-request.ts';
import { statusBook } from './status-book.ts';
import { vcIssuers } from './vc-issuers.ts';

export interface ServerOptions {
  /** 0 takes any that is free. */
  port: number;
  isSecure: boolean;
  isTestMode: boolean;
  keys?: readonly SigningKey[];
  clock: () => Date;
  random: (bytes: number) => Uint8Array;
  tools: SdTools;
  /** For what lies elsewhere: did:web documents, and status lists of others. */
  fetch: Fetch;
  /** Told what went wrong inside, one line each. */
  onBug: (error: unknown) => void;
}

export interface RunningServer {
  world: ServeWorld;
  close(): Promise<void>;
}

/** Listens on 127.0.0.1, and on ::1 where there is one; never on an address that others can reach. Rejects as `listen` does. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const tls = options.isSecure ? await certificate(options.clock()) : undefined;
  let world: ServeWorld | undefined;
  const listener = (message: IncomingMessage, response: ServerResponse) => {
    if (world) respond(message, response, world, options.onBug).catch(options.onBug);
    else response.destroy();
  };
  const newServer = () => bounded(tls ? createTlsServer(tls, listener) : createServer(listener));
  const servers = [newServer(), newServer()] as const;
  const port = await listen(servers[0], '127.0.0.1', options.port);
  await listen(servers[1], '::1', port).catch((error: NodeJS.ErrnoException) => {
    if (!['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EADDRINUSE'].includes(error.code ?? '')) throw error;
  });
  world = worldAt(`${options.isSecure ? 'https' : 'http'}://localhost:${port}`, options);
  return { world, close: async () => void (await Promise.all(servers.map(close))) };
}

function worldAt(origin: string, options: ServerOptions): ServeWorld {
  const { isTestMode, keys, clock, random, tools } = options;
  const statuses = statusBook({ origin, clock, random, tools });
  const fetch: Fetch = async (url, wishes) => {
    if (!url.startsWith(`${origin}/`)) return options.fetch(url, wishes);
    const list = await statuses.read(url);
    if (!list) return { ok: false, url, status: 404, failure: 'not-found' };
    const body = new TextEncoder().encode(JSON.stringify(list));
    return { ok: true, url, status: 200, contentType: 'application/vc+ld+json', body };
  };
  const outside = () => outsideOf({ fetch, clock, tools });
  return {
    origin,
    issuers: vcIssuers(keys),
    isTestMode,
    clock,
    tools,
    fetch,
    outside,
    statuses,
    challenges: challengeBook(random),
  };
}

async function respond(
  message: IncomingMessage,
  response: ServerResponse,
  world: ServeWorld,
  onBug: (error: unknown) => void,
) {
  const answer = await answerTo(message, world, onBug);
  // What was not read would be taken for the next request.
  if (!message.complete) response.setHeader('connection', 'close');
  sendAnswer(answer, response, message.method === 'HEAD');
}

/** A page on the web that gave its own name this address must not speak through a browser. */
const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

async function answerTo(
  message: IncomingMessage,
  world: ServeWorld,
  onBug: (error: unknown) => void,
): Promise<ServerAnswer> {
  try {
    if (!loopback.test(message.headers.host ?? '')) {
      throw new HttpRefusal(421, { code: 'http.host', sentence: 'This server answers to localhost alone.' });
    }
    return await answerRequest(serverRequest(message), world);
  } catch (error) {
    if (error instanceof HttpRefusal) return error.answer;
    if (error instanceof BadgeError) return new HttpRefusal(400, error).answer;
    onBug(error);
    return new HttpRefusal(500, { code: 'http.bug', sentence: 'This is a mistake of the server itself.' }).answer;
  }
}

function bounded<Kind extends Server | ReturnType<typeof createTlsServer>>(server: Kind): Kind {
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  server.maxConnections = 256;
  return server;
}

type Listening = Pick<Server, 'once' | 'off' | 'listen' | 'address' | 'close' | 'closeAllConnections' | 'listening'>;

function listen(server: Listening, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function close(server: Listening): Promise<void> {
  return new Promise((resolve) => {
    if (!server.listening) return resolve();
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
