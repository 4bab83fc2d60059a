import { describe, expect, it } from 'vitest';
import { badgeBy, keyIssuer, now, signedBy, statusListBy, webIssuer } from '../testing/issuers.ts';
import { gone, type StubPage, stubFetch, timeout } from '../testing/stub-fetch.ts';
import { codeOf, environment } from '../testing/verifying.ts';
import { memoryCache } from './answer-cache.ts';
import type { Environment, Fetch } from './environment.ts';
import { verify } from './verify.ts';

const list = 'https://issuer.example/status/1';
const minutes = 60_000;

/** A fetch whose answers say how long they may be kept. */
function lasting(pages: Record<string, StubPage>, maxAge?: number): Fetch & { asked: string[] } {
  const fetch = stubFetch(pages);
  const lastingFetch: Fetch = async (url, options) => {
    const answer = await fetch(url, options);
    return answer.ok && maxAge !== undefined ? { ...answer, maxAge } : answer;
  };
  return Object.assign(lastingFetch, { asked: fetch.asked });
}

async function badgeWithStatus() {
  const issuer = webIssuer();
  const badge = await signedBy(issuer, badgeBy(issuer, { status: { list, index: 7 } }));
  const pages = { ...issuer.pages, [list]: await statusListBy(issuer) };
  return { issuer, badge, pages };
}

describe('the cache of an environment', () => {
  it('spares the status list and the DID document as long as their server allows', async () => {
    const { badge, pages } = await badgeWithStatus();
    const fetch = lasting(pages, 10 * minutes);
    const cache = memoryCache();
    const at = (offset: number) => environment({}, { fetch, cache, clock: () => new Date(now.getTime() + offset) });

    const first = await verify(badge, at(0));
    const second = await verify(badge, at(9 * minutes));
    const asked = fetch.asked.length;
    const third = await verify(badge, at(10 * minutes));

    expect([first.verdict, second.verdict, third.verdict]).toEqual(['valid', 'valid', 'valid']);
    expect(asked).toBe(2);
    expect(fetch.asked).toHaveLength(4);
    expect(second.requests.map((made) => made.cachedAt)).toEqual([now.toISOString(), now.toISOString()]);
    expect(second.snapshot.entries.map(({ url }) => url)).toEqual(first.snapshot.entries.map(({ url }) => url));
  });

  it('keeps a list no longer than the shorter of what the list and its server say', async () => {
    const { issuer, badge, pages } = await badgeWithStatus();
    const { credentialSubject, ...rest } = (await statusListBy(issuer)) as Record<string, object>;
    const { proof: _, ...unsigned } = rest;
    const short = await signedBy(issuer, { ...unsigned, credentialSubject: { ...credentialSubject, ttl: minutes } });
    const fetch = lasting({ ...pages, [list]: short }, 30 * minutes);
    const cache = memoryCache();
    const at = (offset: number) => environment({}, { fetch, cache, clock: () => new Date(now.getTime() + offset) });

    await verify(badge, at(0));
    await verify(badge, at(2 * minutes));

    expect(fetch.asked.filter((url) => url === list)).toHaveLength(2);
  });

  it('is given nothing by servers that say nothing, or that say no', async () => {
    const { badge, pages } = await badgeWithStatus();

    for (const maxAge of [undefined, 0]) {
      const fetch = lasting(pages, maxAge);
      const world = environment({}, { fetch, cache: memoryCache() });
      await verify(badge, world);
      await verify(badge, world);
      expect(fetch.asked).toHaveLength(4);
    }
  });

  it('does not make a list that was not proven good later', async () => {
    const { badge, pages } = await badgeWithStatus();
    const forged = await statusListBy(webIssuer());
    const fetch = lasting({ ...pages, [list]: forged }, 30 * minutes);
    const world = environment({}, { fetch, cache: memoryCache() });

    const [first, second] = [await verify(badge, world), await verify(badge, world)];

    expect([first.verdict, second.verdict]).toEqual(['could-not-check', 'could-not-check']);
    expect(fetch.asked.filter((url) => url === list)).toHaveLength(2);
  });

  it('that returns what is over, or from the future, is not believed', async () => {
    const { badge, pages } = await badgeWithStatus();
    const kept = memoryCache();
    await verify(badge, environment({}, { fetch: lasting(pages, 10 * minutes), cache: kept }));
    const without = stubFetch({});

    for (const offset of [11 * minutes, -minutes]) {
      const clock = () => new Date(now.getTime() + offset);
      const report = await verify(badge, environment({}, { fetch: without, cache: kept, clock }));
      expect(report.verdict).toBe('could-not-check');
    }
  });

  it('keeps nothing for longer than an hour', async () => {
    const { badge, pages } = await badgeWithStatus();
    const ages: number[] = [];
    const cache = { get: () => undefined, set: (_: string, __: unknown, ttl: number) => void ages.push(ttl) };

    await verify(badge, environment({}, { fetch: lasting(pages, 365 * 24 * 60 * minutes), cache }));

    expect(ages).toEqual([60 * minutes, 60 * minutes]);
  });

  it('keeps no failures', async () => {
    const { badge, pages } = await badgeWithStatus();
    const cache = memoryCache();
    for (const failing of [timeout, gone]) {
      await verify(badge, environment({}, { fetch: lasting({ ...pages, [list]: failing }, 10 * minutes), cache }));
    }

    const report = await verify(badge, environment({}, { fetch: lasting(pages), cache }));

    expect(report.verdict).toBe('valid');
  });

  it('in memory forgets the oldest answers first', () => {
    const cache = memoryCache(2);
    const answer = (url: string) => ({ ok: true as const, url, status: 200, contentType: '', body: new Uint8Array(1) });
    const kept = (url: string) => ({ answer: answer(url), fetchedAt: '', freshUntil: '' });

    for (const url of ['a', 'b', 'a', 'c']) cache.set(url, kept(url), 1);

    expect(['a', 'b', 'c'].map((url) => cache.get(url) !== undefined)).toEqual([true, false, true]);
  });
});

describe('the limits of an environment', () => {
  const limited = async (limits: Environment['limits'], more: Partial<Environment> = {}) => {
    const { badge, pages } = await badgeWithStatus();
    return verify(badge, environment(pages, { limits, ...more }));
  };

  it.each([
    ['requests', { requests: 1 }],
    ['bytes', { bytes: 10 }],
  ])('of %s end in an answer that is not good', async (_, limits) => {
    const report = await limited(limits);

    expect([report.verdict, codeOf(report, 'status')]).toEqual([
      'could-not-check',
      'unknown status.unreachable-limit-reached',
    ]);
  });

  it('of time are measured by the given clock', async () => {
    let instant = now.getTime();
    const clock = () => {
      instant += 1000;
      return new Date(instant);
    };

    const report = await limited({ time: 2500 }, { clock });

    expect(codeOf(report, 'status')).toBe('unknown status.unreachable-limit-reached');
  });

  it('of no request at all leave what can be said without asking', async () => {
    const issuer = keyIssuer();
    const badge = await signedBy(issuer, badgeBy(issuer));

    const report = await verify(badge, environment({}, { limits: { requests: 0 } }));

    expect(report.verdict).toBe('valid');
  });
});
