import type { Fetch } from 'openbadges';

type Handler = (request: Request) => Response | Promise<Response>;

export interface OwnFetch {
  fetch: Fetch;
  /** Says who answers for the hub's own addresses, once there is a server. */
  answerWith(handler: Handler): void;
}

/**
 * Answers requests for the hub's own public address inside the process, everything else by `others`.
 * A hub at home may thus verify its own badges although the guarded fetch refuses private addresses.
 */
export function withOwnAnswers(base: string, others: Fetch): OwnFetch {
  let handler: Handler | undefined;
  return {
    answerWith(given) {
      handler = given;
    },
    async fetch(url, options) {
      if (!handler || !isOwn(url, base)) return others(url, options);
      const response = await handler(new Request(url, { headers: { accept: options.accept } }));
      const { status } = response;
      if (status === 404) return { ok: false, url, status, failure: 'not-found' };
      if (status === 410) return { ok: false, url, status, failure: 'gone' };
      if (status >= 300) return { ok: false, url, status, failure: 'server-error' };
      const body = new Uint8Array(await response.arrayBuffer());
      return { ok: true, url, status, contentType: response.headers.get('content-type') ?? '', body };
    },
  };
}

/** One with a user in it is for the others to refuse: there is no such request. */
function isOwn(text: string, base: string): boolean {
  if (!URL.canParse(text)) return false;
  const { origin, username, password } = new URL(text);
  return origin === base && username === '' && password === '';
}
