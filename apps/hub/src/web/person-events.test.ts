import { expect, it } from 'vitest';
import { testHub } from '../testing/test-hub.ts';

it('tells people on whatever page they are what finished, in their language, and nobody else', async () => {
  const hub = await testHub();
  await hub.given.alliance();
  const [wen, bram] = [await hub.given.account('Wen Lanternfield'), await hub.given.account('Bram Kettlewick')];
  const stream = await (await hub.given.browserOf(wen)).get('/events');
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  const reading = reader?.read();
  await hub.live.ready();

  await hub.db.transaction().execute(async (tx) => {
    const news = { key: 'awards.batch.finished', count: 2, href: '/batches/x/progress' };
    await hub.live.publish(tx, `person:${bram.personId}`, { ...news, name: 'of somebody else' });
    await hub.live.publish(tx, `person:${wen.personId}`, { ...news, name: 'spring.csv' });
  });

  const { value } = (await reading) ?? {};
  await reader?.cancel();
  expect(stream.headers.get('content-type')).toContain('text/event-stream');
  expect(value).toContain('event: finished');
  expect(value).toContain('{"text":"“spring.csv”: 2 badges are signed.","href":"/batches/x/progress"}');
});

it('tells visitors nothing, and their browser not to come again', async () => {
  const hub = await testHub();
  await hub.given.alliance();

  expect((await hub.browser().get('/events')).status).toBe(204);
});
