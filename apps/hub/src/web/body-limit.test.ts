import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { Refusal } from '../kernel/refusal.ts';
import { bodyLimit } from './body-limit.ts';
import type { HubEnv } from './env.ts';

function server() {
  const waiting: (() => void)[] = [];
  const hono = new Hono<HubEnv>()
    .use(bodyLimit({ upload: 1000, other: 100, together: 1500 }))
    .post('/keep', async (c) => {
      const { byteLength } = await c.req.raw.arrayBuffer();
      await new Promise<void>((resolve) => waiting.push(resolve));
      return c.text(String(byteLength));
    })
    .post('/ignore', (c) => c.text('ignored'))
    .onError((error, c) => c.text(error instanceof Refusal ? error.code : 'bug', 400));
  const send = (path: string, size: number, type = 'image/png') => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new Uint8Array(size));
        controller.close();
      },
    });
    return hono.request(path, {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { 'content-type': type },
    } as RequestInit);
  };
  const begun = async (count: number) => {
    while (waiting.length < count) await new Promise((resolve) => setImmediate(resolve));
  };
  const answerAll = () => {
    for (const answer of waiting.splice(0)) answer();
  };
  return { send, begun, answerAll };
}

it('takes what fits, by what kind of body it is', async () => {
  const { send, begun, answerAll } = server();

  const fits = send('/keep', 1000);
  await begun(1);
  answerAll();
  const answers = [await fits, await send('/keep', 1001), await send('/keep', 101, 'application/json')];

  expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual([
    '1000',
    'web.body-too-large',
    'web.body-too-large',
  ]);
});

it('refuses for the moment what is too much together with what is being answered', async () => {
  const { send, begun, answerAll } = server();
  const first = send('/keep', 1000);
  await begun(1);

  const second = await send('/keep', 600);
  answerAll();
  await first;
  const third = send('/keep', 600);
  await begun(1);
  answerAll();

  expect(await second.text()).toBe('web.too-many-requests');
  expect(await (await third).text()).toBe('600');
});

it('counts nothing of bodies that nobody read', async () => {
  const { send, begun, answerAll } = server();

  for (let count = 0; count < 10; count++) await send('/ignore', 900);
  const after = send('/keep', 1000);
  await begun(1);
  answerAll();

  expect(await (await after).text()).toBe('1000');
});
