import type { FetchAnswer } from './environment.ts';

/** An answer that was kept, and until when it may stand for a new one (ISO 8601 instants). */
export interface CachedAnswer {
  answer: Extract<FetchAnswer, { ok: true }>;
  fetchedAt: string;
  freshUntil: string;
}

/**
 * Keeps answers between verifications. It may lose what it was given, and it may be asked for what is over: both ends
 * of the time are checked again before an answer is used.
 */
export interface AnswerCache {
  /** What is kept of an address. */
  get(url: string): CachedAnswer | undefined | Promise<CachedAnswer | undefined>;
  /** `ttl` in milliseconds. */
  set(url: string, cached: CachedAnswer, ttl: number): void | Promise<void>;
}

/** A cache in memory that forgets the oldest answers; at most `most` answers and 64 MB. */
export function memoryCache(most = 1000): AnswerCache {
  const answers = new Map<string, CachedAnswer>();
  let bytes = 0;
  const forget = (url: string) => {
    bytes -= answers.get(url)?.answer.body.length ?? 0;
    answers.delete(url);
  };
  return {
    get: (url) => answers.get(url),
    set(url, cached) {
      forget(url);
      answers.set(url, cached);
      bytes += cached.answer.body.length;
      for (const oldest of answers.keys()) {
        if (answers.size <= most && bytes <= mostBytes) return;
        forget(oldest);
      }
    },
  };
}

const mostBytes = 64 * 1024 * 1024;

/** Whether a kept answer may be used now. One from the future was written by a clock that cannot be relied on. */
export function isFresh({ fetchedAt, freshUntil }: CachedAnswer, now: Date): boolean {
  return Date.parse(fetchedAt) <= now.getTime() && now.getTime() < Date.parse(freshUntil);
}
