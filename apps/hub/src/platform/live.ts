import { sql } from 'kysely';
import type { Client } from 'pg';
import type { App } from '../kernel/app.ts';
import type { Live } from '../kernel/live.ts';
import { openSession } from './database.ts';

type Needs = Pick<App, 'db' | 'log'>;
type Message = Record<string, string | number>;
type Listener = (message: Message) => void;

export interface OpenLive extends Live {
  /** Resolves when what is published from now on is heard. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

const longestPause = 30_000;

/** One connection for each process, opened by the first subscription and opened again when it is lost. */
export function makeLive({ db, log }: Needs): OpenLive {
  const listeners = new Map<string, Set<Listener>>();
  let session: Promise<Client> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  function deliver(payload: string | undefined): void {
    const { channel, message } = JSON.parse(payload ?? '{}') as { channel: string; message: Message };
    for (const listener of listeners.get(channel) ?? []) listener(message);
  }

  async function listen(): Promise<Client> {
    const client = openSession(db);
    client.on('notification', ({ payload }) => deliver(payload));
    client.on('error', (err) => again(err, 100));
    await client.connect();
    await client.query('listen hub');
    return client;
  }

  function open(pause: number): Promise<Client> {
    const opening = listen();
    opening.catch((err) => again(err, pause));
    session = opening;
    return opening;
  }

  function again(err: unknown, pause: number): void {
    if (closed) return;
    log.warn({ err }, 'The connection for live messages was lost');
    clearTimeout(timer);
    timer = setTimeout(() => open(Math.min(pause * 2, longestPause)).catch(() => undefined), pause);
  }

  return {
    async publish(tx, channel, message) {
      await sql`select pg_notify('hub', ${JSON.stringify({ channel, message })})`.execute(tx);
    },

    subscribe(channel, listener) {
      if (!session) open(100).catch(() => undefined);
      const own: Listener = (message) => listener(message);
      const others = listeners.get(channel) ?? new Set();
      listeners.set(channel, others.add(own));
      return () => {
        others.delete(own);
        if (others.size === 0 && listeners.get(channel) === others) listeners.delete(channel);
      };
    },

    async ready() {
      await (session ?? open(100));
    },

    async close() {
      closed = true;
      clearTimeout(timer);
      const client = await session?.catch(() => undefined);
      await client?.end();
    },
  };
}
