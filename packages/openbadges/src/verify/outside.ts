import type { ProofTools } from '../proof/proof-tools.ts';
import type { Environment, Fetch, FetchAnswer } from './environment.ts';
import type { FetchFailure, RequestMade, Snapshot, SnapshotEntry } from './report.ts';

/** The outside world of one verification: every answer is recorded, and no address is asked twice. */
export interface Outside {
  get(url: string, purpose: RequestMade['purpose'], accept?: string): Promise<FetchAnswer>;
  now: Date;
  tools: ProofTools;
  requests: RequestMade[];
  entries: SnapshotEntry[];
}

const json = 'application/vc+ld+json, application/vc, application/ld+json, application/json;q=0.9, text/plain;q=0.5';

export function outsideOf(environment: Environment & { tools: ProofTools }, isReplay = false): Outside {
  const { clock, tools } = environment;
  const ask = environment.offline && !isReplay ? askNobody : environment.fetch;
  const answers = new Map<string, Promise<FetchAnswer>>();
  const outside: Outside = { get, now: clock(), tools, requests: [], entries: [] };

  function get(url: string, purpose: RequestMade['purpose'], accept = json): Promise<FetchAnswer> {
    const address = url.split('#')[0] as string;
    const known = answers.get(address) ?? asked(address, purpose, accept);
    answers.set(address, known);
    return known;
  }

  async function asked(url: string, purpose: RequestMade['purpose'], accept: string): Promise<FetchAnswer> {
    const started = clock();
    const answer = await ask(url, { accept });
    const fetchedAt = clock();
    const digest = answer.ok ? hex(await tools.cryptography.hash('sha256', answer.body)) : undefined;
    outside.requests.push({
      url,
      purpose,
      status: answer.status,
      ...(answer.ok ? { digest } : { failure: answer.failure }),
      took: Math.max(0, fetchedAt.getTime() - started.getTime()),
      ...(isReplay ? { fromSnapshot: true } : {}),
    });
    const entry = entryOf(url, answer, digest, fetchedAt);
    if (entry) outside.entries.push(entry);
    return answer;
  }

  return outside;
}

/** What was seen before, as if it were asked now; the way to verify again without asking anybody. */
export function fetchFromSnapshot(snapshot: Snapshot): Fetch {
  return async (url) => {
    const entry = snapshot.entries.find((each) => each.url === url);
    if (!entry) return { ok: false, url, failure: 'not-allowed-offline' };
    if (entry.status < 200 || entry.status > 299) {
      return { ok: false, url, status: entry.status, failure: failureOf(entry.status) };
    }
    const { status, contentType, body } = entry;
    return { ok: true, url, status, contentType, body: new TextEncoder().encode(body) };
  };
}

/** An answer with a status is worth keeping, also when it is a refusal: 410 is how older badges are revoked. */
function entryOf(url: string, answer: FetchAnswer, digest: string | undefined, at: Date): SnapshotEntry | undefined {
  const fetchedAt = at.toISOString();
  if (answer.ok) {
    const { status, contentType } = answer;
    return { url, status, contentType, body: new TextDecoder().decode(answer.body), digest: digest ?? '', fetchedAt };
  }
  if (answer.status === undefined) return undefined;
  return { url, status: answer.status, contentType: '', body: '', digest: '', fetchedAt };
}

function failureOf(status: number): FetchFailure {
  if (status === 410) return 'gone';
  return status < 500 ? 'not-found' : 'server-error';
}

const askNobody: Fetch = async (url) => ({ ok: false, url, failure: 'not-allowed-offline' });

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
