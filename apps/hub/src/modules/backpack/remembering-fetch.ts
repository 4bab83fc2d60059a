import type { Fetch, FetchAnswer } from 'openbadges';

export interface RememberingFetch {
  fetch: Fetch;
  /** What came from where, in the order of the requests. */
  answers: FetchAnswer[];
}

/** Asks each address once and keeps what came, so that the file behind an address can be kept as it was. */
export function rememberingFetch(inner: Fetch): RememberingFetch {
  const asked = new Map<string, Promise<FetchAnswer>>();
  const answers: FetchAnswer[] = [];
  const fetch: Fetch = (url, options) => {
    const key = `${options.accept} ${url}`;
    const known = asked.get(key);
    if (known) return known;
    const answer = inner(url, options).then((came) => {
      answers.push(came);
      return came;
    });
    asked.set(key, answer);
    return answer;
  };
  return { fetch, answers };
}
