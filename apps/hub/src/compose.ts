import { guardedFetch } from 'openbadges/node';
import { sendDue } from './job-list.ts';
import type { App } from './kernel/app.ts';
import type { Config } from './kernel/config.ts';
import { idMaker } from './kernel/ids.ts';
import type { KeyStore } from './kernel/key-store.ts';
import type { Log } from './kernel/log.ts';
import type { Db } from './kernel/tables.ts';
import { makeUrls } from './kernel/urls.ts';
import { type RibbonLetters, useRibbonLetters } from './modules/achievements/design/index.ts';
import { type OwnFetch, withOwnAnswers } from './platform/fetch-own.ts';
import { makeFiles } from './platform/files.ts';
import { makeJobs } from './platform/jobs.ts';
import { makeLive, type OpenLive } from './platform/live.ts';
import { makeMail } from './platform/mail.ts';
import { repositoryPath } from './platform/paths.ts';
import { loadRibbonFont } from './platform/pictures/index.ts';
import { pooledRandom } from './platform/pooled-random.ts';
import { makeLimits } from './platform/rate-limit.ts';
import { loadMessages } from './web/catalogues.ts';

/** What the start decides, and what tests replace: time, dice and other people's servers. */
export interface Foundations {
  config: Config;
  db: Db;
  keys: KeyStore;
  log: Log;
  /** The public address, or the one the hub listens on. */
  base: string;
  clock?: () => Date;
  random?: (bytes: number) => Uint8Array;
  fetch?: App['fetch'];
}

export interface ComposedApp extends App {
  live: OpenLive;
  /** Says who answers for the hub's own addresses, once there is a server. */
  answerOwnWith: OwnFetch['answerWith'];
}

/** Puts the hub together. Nothing is opened here that would have to be closed, but for the live connection. */
export function composeApp({ config, db, keys, log, base, ...stands }: Foundations): ComposedApp {
  useRibbonLetters(lazyRibbonFont());
  const clock = stands.clock ?? (() => new Date());
  const random = stands.random ?? pooledRandom();
  const newId = idMaker(clock, random);
  const jobs = makeJobs();
  const own = withOwnAnswers(
    base,
    stands.fetch ?? guardedFetch({ allow: config.fetchAllow, time: 8000, userAgent: 'badge-alliance-hub' }),
  );
  return {
    config,
    db,
    keys,
    log,
    clock,
    random,
    newId,
    jobs,
    urls: makeUrls(base),
    fetch: own.fetch,
    answerOwnWith: own.answerWith,
    files: makeFiles({ clock, config, db, newId }),
    live: makeLive({ db, log }),
    limits: makeLimits({ clock, db, keys }),
    mail: makeMail({ clock, config, jobs, log, newId, sendDue }),
    messages: loadMessages(repositoryPath('apps/hub/messages'), { pseudoLocales: config.mode !== 'production' }),
  };
}

/** Unpacking the font takes longer than the rest of a start; the first ribbon waits for it. */
function lazyRibbonFont(): RibbonLetters {
  let font: RibbonLetters | undefined;
  const loaded = () => {
    font ??= loadRibbonFont();
    return font;
  };
  return {
    get capHeight() {
      return loaded().capHeight;
    },
    lay: (word) => loaded().lay(word),
  };
}
