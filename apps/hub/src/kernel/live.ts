import type { Tx } from './tables.ts';

/** Messages between processes and open pages (PostgreSQL LISTEN/NOTIFY). Small, public to whoever may open the channel. */
export interface Live {
  publish(tx: Tx, channel: string, message: Record<string, string | number>): Promise<void>;
  subscribe(channel: string, listener: (message: Record<string, string | number>) => void): () => void;
}
