import { hexOf } from '../keys/hex.ts';
import type { ProofTools } from '../proof/proof-tools.ts';
import { type CachedAnswer, isFresh } from './answer-cache.ts';
import type { Environment, Fetch, FetchAnswer } from './environment.ts';
import { limitsOf } from './limits.ts';
import type { RequestMade, SnapshotEntry } from './report.ts';
import { snapshotEntry } from './snapshot-entry.ts';

/** The outside world of one verification: every answer is recorded, and no address is asked twice. */
export interface Outside {
  get(url: string, purpose: RequestMade['purpose'], accept?: string): Promise<FetchAnswer>;
  /** Lets later verifications use the answer from this address: `ttl` milliseconds, or as long as its server said. */
  keep(url: string, ttl?: number): Promise<void>;
  now: Date;
  tools: ProofTools;
  requests: RequestMade[];
  entries: SnapshotEntry[];
}

const json = 'application/vc+ld+json, application/vc, application/ld+json, application/json;q=0.9, text/plain;q=0.5';

/** No answer is kept for longer, whatever its server says (milliseconds): what was revoked must become known. */
const longestKept = 60 * 60_000;
/** A DID document, a key and a profile are what their address answers; a status list is kept once it was proven. */
const keptAtOnce: ReadonlySet<RequestMade['purpose']> = new Set(['did', 'key']);
const kept: ReadonlySet<RequestMade['purpose']> = new Set(['did', 'key', 'status']);

export function outsideOf(environment: Environment & { tools: ProofTools }, isReplay = false): Outside {
  const { clock, tools } = environment;
  const cache = isReplay ? undefined : environment.cache;
  const ask = environment.offline && !isReplay ? askNobody : environment.fetch;
  const left = limitsOf(environment.limits);
  const answers = new Map<string, Promise<FetchAnswer>>();
  const now = clock();
  const outside: Outside = { get, keep, now, tools, requests: [], entries: [] };

  function get(url: string, purpose: RequestMade['purpose'], accept = json): Promise<FetchAnswer> {
    const address = url.split('#')[0] as string;
    const known = answers.get(address) ?? answered(address, purpose, accept);
    answers.set(address, known);
    return known;
  }

  async function answered(url: string, purpose: RequestMade['purpose'], accept: string): Promise<FetchAnswer> {
    const cached = kept.has(purpose) ? await cache?.get(url) : undefined;
    if (cached && isFresh(cached, now)) return remembered(url, purpose, cached);
    const started = clock();
    const answer = await withinLimits(url, accept, started);
    const fetchedAt = clock();
    const took = Math.max(0, fetchedAt.getTime() - started.getTime());
    await noted(url, purpose, answer, fetchedAt, { took, ...(isReplay ? { fromSnapshot: true } : {}) });
    if (keptAtOnce.has(purpose)) await keptFor(url, answer, undefined, fetchedAt);
    return answer;
  }

  async function withinLimits(url: string, accept: string, started: Date): Promise<FetchAnswer> {
    const isLate = started.getTime() - now.getTime() > left.time;
    if (left.requests <= 0 || left.bytes <= 0 || isLate) return { ok: false, url, failure: 'limit-reached' };
    left.requests -= 1;
    const answer = await ask(url, { accept });
    left.bytes -= answer.ok ? answer.body.length : 0;
    return answer;
  }

  async function remembered(url: string, purpose: RequestMade['purpose'], { answer, fetchedAt }: CachedAnswer) {
    await noted(url, purpose, answer, new Date(fetchedAt), { cachedAt: fetchedAt });
    return answer;
  }

  async function noted(
    url: string,
    purpose: RequestMade['purpose'],
    answer: FetchAnswer,
    at: Date,
    more: Partial<RequestMade>,
  ): Promise<void> {
    const digest = answer.ok ? hexOf(await tools.cryptography.hash('sha256', answer.body)) : undefined;
    const came = answer.ok ? { digest } : { failure: answer.failure };
    outside.requests.push({ url, purpose, status: answer.status, ...came, ...more });
    const entry = snapshotEntry(url, answer, digest, at);
    if (entry) outside.entries.push(entry);
  }

  async function keep(url: string, ttl?: number): Promise<void> {
    const address = url.split('#')[0] as string;
    const isFromCache = outside.requests.some((made) => made.url === address && made.cachedAt !== undefined);
    const answer = await answers.get(address);
    if (answer && !isFromCache) await keptFor(address, answer, ttl, now);
  }

  async function keptFor(url: string, answer: FetchAnswer, ttl: number | undefined, at: Date): Promise<void> {
    if (!cache || environment.offline || !answer.ok) return;
    const said = [ttl, answer.maxAge].filter((age) => age !== undefined);
    const age = said.length > 0 ? Math.min(...said, longestKept) : 0;
    if (!(age > 0)) return;
    const freshUntil = new Date(at.getTime() + age).toISOString();
    await cache.set(url, { answer, fetchedAt: at.toISOString(), freshUntil }, age);
  }

  return outside;
}

const askNobody: Fetch = async (url) => ({ ok: false, url, failure: 'not-allowed-offline' });
