import type { Fetch } from 'openbadges';
import type { Config } from './config.ts';
import type { Files } from './files.ts';
import type { Id, IdPrefix } from './ids.ts';
import type { Jobs } from './jobs.ts';
import type { KeyStore } from './key-store.ts';
import type { Limits } from './limits.ts';
import type { Live } from './live.ts';
import type { Log } from './log.ts';
import type { Mail } from './mail.ts';
import type { Messages } from './messages.ts';
import type { Db } from './tables.ts';
import type { Urls } from './urls.ts';

/**
 * Everything a use case may ask for. A use case names what it needs: `Pick<App, 'clock' | 'db'>`.
 */
export interface App {
  config: Config;
  db: Db;
  clock: () => Date;
  newId: <P extends IdPrefix>(prefix: P) => Id<P>;
  /** Random bytes from the operating system; dice in tests. */
  random: (bytes: number) => Uint8Array;
  urls: Urls;
  /** The only way to an address that somebody else chose. */
  fetch: Fetch;
  mail: Mail;
  keys: KeyStore;
  files: Files;
  jobs: Jobs;
  live: Live;
  limits: Limits;
  log: Log;
  messages: Messages;
}
