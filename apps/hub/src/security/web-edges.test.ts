import { Hono } from 'hono';
import { describe, expect, it, vi } from 'vitest';
import { composeText } from '../kernel/compose-text.ts';
import { withOwnAnswers } from '../platform/fetch-own.ts';
import { testHub } from '../testing/test-hub.ts';
import { writeCookie } from '../web/cookies.ts';
import { mac } from '../web/csrf.ts';
import { remoteAddress } from '../web/remote-address.ts';
import { localPath } from '../web/require-person.ts';

const marks = (count: number) => `a${'\u0301\u0316'.repeat(count / 2)}`;

describe('what is sent to the hub', () => {
  it('takes no longer for marks upon marks than for other text of that length', async () => {
    const started = performance.now();

    const composed = composeText(`${marks(400_000)} e\u0301`);

    expect(performance.now() - started).toBeLessThan(3000);
    expect(composed.length).toBeLessThan(40);
    expect(composed.endsWith(' \u00e9')).toBe(true);
  });

  it('answers a form full of marks at once', async () => {
    const hub = await testHub();
    await hub.given.alliance();
    const started = performance.now();

    const response = await hub.browser().post('/sign-up', { name: marks(200_000), email: 'a@fallow.example' });

    expect(performance.now() - started).toBeLessThan(5000);
    expect(response.status).toBe(303);
  });

  it('refuses a form with more fields than any form has', async () => {
    const hub = await testHub();
    await hub.given.alliance();
    const started = performance.now();

    const response = await hub.request('/sign-in', {
      method: 'POST',
      body: 'a=&'.repeat(300_000),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });

    expect(response.status).toBe(400);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('knows no address with a NUL in it', async () => {
    const hub = await testHub();
    await hub.given.alliance();
    const browser = await hub.given.browserOf(await hub.given.account());

    const answers = await Promise.all(
      ['/files/a%00', '/explore?q=%00', '/verify/%00', '/organizations/%00', '/c/%00', '/backpack?search=%00'].map(
        async (path) => (await browser.get(path)).status,
      ),
    );

    expect(answers).toEqual([404, 404, 404, 404, 404, 404]);
  });

  it('reads a form without the NUL in it', async () => {
    const hub = await testHub();
    await hub.given.alliance();
    const browser = hub.browser();

    const answer = await browser.post('/verify', { text: '{"a":"\0"}', file: new File(['x'], 'a\0.json') });

    expect(answer.status).toBe(303);
    expect((await browser.follow(answer)).status).toBe(200);
  });

  it('stops a body that goes on without having said how long it is', async () => {
    const hub = await testHub();
    await hub.given.alliance();
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(97));
        if (sent > 64 * 1024 * 1024) controller.close();
      },
    });

    const response = await hub.request('/api/v1/verify', {
      method: 'POST',
      body: endless,
      duplex: 'half',
      headers: { 'content-type': 'application/json' },
    } as RequestInit);

    expect(response.status).toBe(413);
    expect(sent).toBeLessThan(4 * 1024 * 1024);
  });
});

describe('where the hub leads', () => {
  it('stays at home, whatever a browser drops from an address', () => {
    const elsewhere = [
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      '/\n/evil.example',
      'https://evil.example',
    ];

    expect(elsewhere.map((path) => localPath(path))).toEqual(['/', '/', '/', '/', '/']);
    expect(localPath('/backpack?page=2#top')).toBe('/backpack?page=2#top');
  });

  it('leads nowhere else after signing in or choosing a language', async () => {
    const hub = await testHub();
    await hub.given.alliance();

    const chosen = await hub.request('/preferences?theme=dark&back=%2F%09%2Fevil.example');

    expect(chosen.headers.get('location')).toBe('/');
  });
});

describe('who may send forms', () => {
  it('refuses an origin that is none, and one that is another', async () => {
    const hub = await testHub();
    await hub.given.alliance();
    const send = (origin: string, token = mac(hub, 'a-visit')) =>
      hub.request('/preferences', {
        method: 'POST',
        body: new URLSearchParams({ _csrf: token, theme: 'dark' }),
        headers: { cookie: '__Host-visit=a-visit', origin },
      });

    const answers = [
      await send('nonsense'),
      await send('https://evil.example'),
      await send('https://hub.example.evil.example'),
      await send('https://hub.example', mac(hub, 'another-visit')),
      await send('https://hub.example'),
    ];

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 303]);
  });

  it('binds cookies to the host when the public address is https, also behind a proxy that says nothing of it', async () => {
    const server = new Hono<{ Variables: { https: boolean } }>().get('/', (c) => {
      c.set('https', true);
      writeCookie(c, 'visit', 'x');
      return c.text('');
    });

    const response = await server.request('http://127.0.0.1:3000/');

    expect(response.headers.get('set-cookie')).toMatch(/^__Host-visit=x;.*HttpOnly; Secure; SameSite=Lax/);
  });
});

describe('how visitors are told apart for limits', () => {
  const remoteOf = async (remote: string, headers: Record<string, string> = {}, proxies = 0) => {
    const server = new Hono().get('/', (c) => c.text(remoteAddress(c, proxies)));
    return (await server.request('/', { headers }, { incoming: { socket: { remoteAddress: remote } } })).text();
  };

  it('takes all addresses of an IPv6 network for one visitor', async () => {
    expect(await remoteOf('2001:db8:1:2::1')).toBe(await remoteOf('2001:db8:1:2:ffff::9'));
    expect(await remoteOf('2001:db8:1:2::1')).not.toBe(await remoteOf('2001:db8:1:3::1'));
    expect(await remoteOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
  });

  it('believes only what its own proxies wrote', async () => {
    const headers = { 'x-forwarded-for': '198.51.100.1, 203.0.113.9:4711' };

    expect(await remoteOf('10.0.0.1', headers)).toBe('10.0.0.1');
    expect(await remoteOf('10.0.0.1', headers, 1)).toBe('203.0.113.9');
    expect(await remoteOf('10.0.0.1', { 'x-forwarded-for': 'anything' }, 1)).toBe('unknown');
  });
});

describe('streams of news', () => {
  it('end at once for whoever asks for the head only', async () => {
    const hub = await testHub();
    await hub.given.alliance();
    let subscribed = 0;
    const { subscribe } = hub.live;
    hub.live.subscribe = (...args) => {
      subscribed++;
      return subscribe(...args);
    };
    const browser = await hub.given.browserOf(await hub.given.account());
    const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ');

    const response = await hub.request('/events', { method: 'HEAD', headers: { cookie } });

    expect(response.status).toBe(200);
    expect(subscribed).toBe(0);
  });
});

describe('many streams of news', () => {
  it('are refused to one browser, and room comes back when they are closed', async () => {
    const hub = await testHub();
    await hub.given.alliance();
    const browser = await hub.given.browserOf(await hub.given.account());
    const streams: Response[] = [];
    for (let count = 0; count < 24; count++) streams.push(await browser.get('/events'));

    const tooMany = await browser.get('/events');
    await Promise.all(streams.map((stream) => stream.body?.cancel()));
    const again = await vi.waitFor(async () => {
      const response = await browser.get('/events');
      expect(response.status).toBe(200);
      return response;
    });
    await again.body?.cancel();

    expect(streams.every(({ status }) => status === 200)).toBe(true);
    expect(tooMany.status).toBe(429);
  });
});

describe('asking oneself', () => {
  it('leaves an address with a user in it to the guarded fetch', async () => {
    const own = withOwnAnswers('https://hub.example', async (url) => ({ ok: false, url, failure: 'refused-address' }));
    own.answerWith(() => new Response('mine'));

    const answer = await own.fetch('https://user:word@hub.example/x', { accept: '*/*' });

    expect(answer).toMatchObject({ ok: false, failure: 'refused-address' });
  });
});
