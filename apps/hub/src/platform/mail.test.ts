import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { expect, it, onTestFinished } from 'vitest';
import type { Letter } from '../kernel/mail.ts';
import { drainJobs } from './jobs.ts';
import { type LetterNews, makeSendDue, sendTestLetter, verifyMailServer } from './mail-sending.ts';
import { testPlatform } from './test-platform.ts';

const letter: Letter = {
  to: 'nour@school.example',
  subject: 'A badge for you',
  text: 'Dear Nour,\n\nyou earned <Bridge Builder> & more.',
  action: { label: 'See your badge', url: 'https://hub.example/claim/abc?x=1&y=2' },
  about: 'awd_00000000000000000000000001',
  lang: 'en',
};

interface Received {
  to: string[];
  source: string;
}

async function mailServer(options: SMTPServerOptions = {}) {
  const received: Received[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, callback) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        received.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          source: Buffer.concat(parts).toString(),
        });
        callback();
      });
    },
    ...options,
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  onTestFinished(stop);
  return { received, stop, smtpUrl: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` };
}

const refusing = (responseCode: number): SMTPServerOptions => ({
  onRcptTo: (_address, _session, callback) => callback(Object.assign(new Error('no'), { responseCode })),
});

async function hubThatMails(smtpUrl: string | undefined) {
  const news: LetterNews[] = [];
  const sendDue = makeSendDue(async (_app, _tx, about) => void news.push(about));
  const hub = await testPlatform({ config: { smtpUrl } });
  const send = async () => {
    await hub.db.transaction().execute(async (tx) => void (await hub.jobs.add(tx, sendDue, {})));
    await drainJobs(hub, [sendDue]);
  };
  const post = (...letters: Letter[]) => hub.db.transaction().execute((tx) => hub.mail.postAll(tx, letters));
  const outbox = () => hub.db.selectFrom('outbox').selectAll().orderBy('id').execute();
  return { hub, news, send, post, outbox };
}

it('sends a letter as plain text and as a page with a button, and tells that it went', async () => {
  const server = await mailServer();
  const { news, post, send, outbox } = await hubThatMails(server.smtpUrl);
  const [id] = await post(letter);

  await send();

  const mail = await simpleParser(server.received[0]?.source ?? '');
  expect(server.received.map(({ to }) => to)).toEqual([['nour@school.example']]);
  expect(mail.subject).toBe('A badge for you');
  expect(mail.from?.text).toBe('"Badge Alliance" <badges@hub.example>');
  expect(mail.text).toContain('you earned <Bridge Builder> & more.');
  expect(mail.text).toContain('See your badge:\nhttps://hub.example/claim/abc?x=1&y=2');
  expect(mail.html).toContain('you earned &lt;Bridge Builder&gt; &amp; more.');
  expect(mail.html).toContain('href="https://hub.example/claim/abc?x=1&amp;y=2"');
  expect(mail.html).not.toContain('<img');
  expect(await outbox()).toMatchObject([{ id, state: 'sent', attempts: 1, failure: null }]);
  expect(news).toEqual([{ id, about: letter.about, state: 'sent' }]);
});

it('sends every letter once when several processes send at the same time', async () => {
  const server = await mailServer();
  const { hub, post, outbox } = await hubThatMails(server.smtpUrl);
  const sendDue = makeSendDue();
  const many = Array.from({ length: 40 }, (_, index) => ({ ...letter, to: `person${index}@school.example` }));
  await post(...many);

  await Promise.all([sendDue.run(hub, {}), sendDue.run(hub, {})]);

  expect(new Set(server.received.map(({ to }) => to[0])).size).toBe(40);
  expect(server.received).toHaveLength(40);
  expect(new Set((await outbox()).map(({ state }) => state))).toEqual(new Set(['sent']));
});

it('adds one job for many letters', async () => {
  const { hub, post } = await hubThatMails('smtp://127.0.0.1:1');
  await post(...Array.from({ length: 2500 }, (_, index) => ({ ...letter, to: `p${index}@school.example` })));

  const jobs = await hub.db
    .selectFrom('outbox')
    .select(({ fn }) => fn.countAll().as('letters'))
    .execute();
  const added = await hub.db
    .withSchema('graphile_worker')
    .selectFrom('jobs' as never)
    .select(({ fn }) => fn.countAll().as('jobs'))
    .execute();

  expect(jobs).toEqual([{ letters: '2500' }]);
  expect(added).toEqual([{ jobs: '1' }]);
});

it('keeps letters when there is no mail server, and sends nothing', async () => {
  const { hub, post, outbox } = await hubThatMails(undefined);

  await post(letter);

  expect(hub.mail.canSend).toBe(false);
  expect(await outbox()).toMatchObject([{ state: 'kept', recipient: 'nour@school.example' }]);
});

it('leaves a letter for later until its time', async () => {
  const server = await mailServer();
  const { hub, send, outbox } = await hubThatMails(server.smtpUrl);
  const at = new Date(hub.clock().getTime() + 3_600_000);
  await hub.db.transaction().execute((tx) => hub.mail.post(tx, letter, { at }));

  await send();
  expect(await outbox()).toMatchObject([{ state: 'waiting', attempts: 0 }]);
  hub.pass({ hours: 1 });
  await send();

  expect(server.received).toHaveLength(1);
});

it('gives up at once when the address does not exist, and tells which letter it was', async () => {
  const server = await mailServer(refusing(550));
  const { news, post, send, outbox } = await hubThatMails(server.smtpUrl);
  const [id] = await post(letter);

  await send();

  expect(await outbox()).toMatchObject([{ state: 'failed', attempts: 1, failure: 'smtp-550' }]);
  expect(news).toEqual([{ id, about: letter.about, state: 'failed', failure: 'smtp-550' }]);
});

it('tries five times when the mailbox is full, further and further apart', async () => {
  const server = await mailServer(refusing(452));
  const { hub, news, post, send, outbox } = await hubThatMails(server.smtpUrl);
  await post(letter);

  for (let attempt = 1; attempt <= 4; attempt++) {
    await send();
    expect(await outbox()).toMatchObject([{ state: 'waiting', attempts: attempt, failure: 'smtp-452' }]);
    await send();
    expect(await outbox()).toMatchObject([{ attempts: attempt }]);
    hub.pass({ hours: 3 });
  }
  await send();

  expect(await outbox()).toMatchObject([{ state: 'failed', attempts: 5 }]);
  expect(news).toMatchObject([{ state: 'failed', failure: 'smtp-452' }]);
});

it('takes no try from a letter when the mail server is down', async () => {
  const server = await mailServer();
  await server.stop();
  const { hub, news, post, send, outbox } = await hubThatMails(server.smtpUrl);
  await post(letter);

  await send();

  expect(await outbox()).toMatchObject([{ state: 'waiting', attempts: 0, failure: expect.stringMatching(/^server-/) }]);
  expect(news).toEqual([]);
  const again = await mailServer();
  hub.config.smtpUrl = again.smtpUrl;
  hub.pass({ minutes: 1 });
  await send();
  expect(await outbox()).toMatchObject([{ state: 'sent', failure: null }]);
});

it('lets nobody write a header or a second recipient into a letter', async () => {
  const server = await mailServer();
  const { post, send, outbox } = await hubThatMails(server.smtpUrl);
  await post(
    { ...letter, subject: 'Hello\r\nBcc: spy@evil.example' },
    { ...letter, to: 'a@school.example, spy@evil.example' },
    { ...letter, to: 'a@school.example\r\nBcc: spy@evil.example' },
    { ...letter, to: 'b@school.example', replyTo: 'x@y.example\r\nBcc: spy@evil.example' },
  );

  await send();

  const mails = await Promise.all(server.received.map(({ source }) => simpleParser(source)));
  expect(server.received.flatMap(({ to }) => to).sort()).toEqual(['b@school.example', 'nour@school.example']);
  expect(mails.map(({ subject }) => subject).sort()).toEqual(['A badge for you', 'Hello Bcc: spy@evil.example']);
  expect(mails.map(({ bcc, replyTo }) => bcc ?? replyTo)).toEqual([undefined, undefined]);
  expect((await outbox()).filter(({ state }) => state === 'failed').map(({ failure }) => failure)).toEqual([
    'address-invalid',
    'address-invalid',
  ]);
});

it('shows the picture it was given and nothing else from elsewhere', async () => {
  const { post, outbox } = await hubThatMails(undefined);
  await post({ ...letter, picture: { alt: '"Bridge"', url: 'https://hub.example/b.png' }, lang: 'ar' });

  const [row] = await outbox();

  expect(row?.html.match(/src="[^"]*"/g)).toEqual(['src="https://hub.example/b.png"']);
  expect(row?.html).toContain('alt="&quot;Bridge&quot;"');
  expect(row?.html).toContain('<html lang="ar" dir="rtl">');
});

it('tells how a test letter went', async () => {
  const good = await mailServer();
  const refused = await mailServer(refusing(554));
  const { hub } = await hubThatMails(good.smtpUrl);
  const test: Letter = { ...letter, to: 'steward@hub.example', subject: 'Test' };

  expect(await sendTestLetter(hub, test)).toBeUndefined();
  hub.config.smtpUrl = refused.smtpUrl;
  expect(await sendTestLetter(hub, test)).toBe('smtp-554');
  hub.config.smtpUrl = undefined;
  await expect(sendTestLetter(hub, test)).rejects.toMatchObject({ code: 'mail.not-configured' });

  expect(good.received).toHaveLength(1);
});

it('tells whether the mail server answers', async () => {
  const server = await mailServer();

  expect(await verifyMailServer(server.smtpUrl)).toBeUndefined();
  await server.stop();

  expect(await verifyMailServer(server.smtpUrl)).toMatch(/^server-/);
});
