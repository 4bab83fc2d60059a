import type { Fetch, FetchAnswer, TrustList } from 'openbadges';
import type { App } from '../../kernel/app.ts';
import { knownIssuers } from './known-issuers.ts';

/** What the badges of one request share: nobody is asked the same thing twice. */
export interface OutsideWorld {
  fetch: Fetch;
  trust: TrustList[];
}

export async function openWorld(app: Pick<App, 'db' | 'fetch' | 'urls'>): Promise<OutsideWorld> {
  const answers = new Map<string, Promise<FetchAnswer>>();
  const fetch: Fetch = (url, options) => {
    const key = `${options.accept} ${url}`;
    const answer = answers.get(key) ?? app.fetch(url, options);
    answers.set(key, answer);
    return answer;
  };
  return { fetch, trust: await knownIssuers(app) };
}
