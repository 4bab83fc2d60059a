import { expect, it } from 'vitest';
import { type TestHub, testHub } from '../../testing/test-hub.ts';
import { sendBatch } from './send-batch.ts';

async function issuing(options: Parameters<typeof testHub>[0] = {}, more = {}) {
  const hub = await testHub(options);
  await hub.given.alliance();
  const badge = await hub.given.issuedBadge(more);
  const browser = await hub.given.browserOf(badge.issuer);
  return { hub, ...badge, browser, path: `/achievements/${badge.id}/award` };
}

const csvFile = (text: string, name = 'people.csv') => new File([text], name, { type: 'text/csv' });
const field = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
const stateOf = async (hub: TestHub) =>
  (await hub.db.selectFrom('award').select('state').execute()).map((row) => row.state);

it('awards one person: the address and the letter are shown before anything goes out', async () => {
  const { hub, browser, path } = await issuing();

  const look = await (
    await browser.post(`${path}/one`, { email: 'Wen@Lantern.example', name: 'Wen Lanternfield', message: 'Thank you.' })
  ).text();
  const awardsBefore = await hub.given.rowsOf('award');
  const fields = { email: field(look, 'email'), name: field(look, 'name'), message: 'Thank you.' };
  const done = await browser.post(`${path}/one`, { ...fields, step: 'award', once: field(look, 'once') });

  expect(look).toContain('wen@lantern.example');
  expect(look).toContain('Harbour City Library awarded you “Oral history interviewer”');
  expect(awardsBefore).toEqual([]);
  expect(done.status).toBe(303);
  const page = await browser.read(done.headers.get('location') ?? '');
  expect(page).toContain('Wen Lanternfield');
  expect(page).toContain('Take it back');
  expect((await hub.letters()).map(({ to }) => to)).toEqual(['wen@lantern.example']);
});

it('makes one award when the button is pressed twice', async () => {
  const { hub, browser, path } = await issuing();
  const once = hub.newId('awd');
  const fields = { email: 'wen@lantern.example', step: 'award', once };

  const answers = await Promise.all([browser.post(`${path}/one`, fields), browser.post(`${path}/one`, fields)]);

  expect(answers.map((answer) => answer.headers.get('location'))).toEqual([`/awards/${once}`, `/awards/${once}`]);
  expect(await hub.given.rowsOf('award')).toHaveLength(1);
  expect(await hub.letters()).toHaveLength(1);
});

it.each([
  ['a malformed address', { email: 'wen(at)lantern' }, 'does not look like an e-mail address'],
  ['evidence that is no address', { evidenceUrl1: 'javascript:alert(1)' }, 'does not look like a web address'],
  ['work that ends before it began', { activityStart: '2031-02-02', activityEnd: '2031-02-01' }, 'before the first'],
  ['a moment that has passed', { sendAt: '2020-01-01T10:00' }, 'This moment has passed'],
])('keeps what was typed when there is %s', async (_what, wrong, sentence) => {
  const { hub, browser, path } = await issuing();

  const answer = await browser.post(`${path}/one`, { email: 'wen@lantern.example', name: 'Wen L', ...wrong });

  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain(sentence);
  expect(page).toContain('value="Wen L"');
  expect(await hub.given.rowsOf('award')).toEqual([]);
});

it('asks one person’s award for the evidence that the badge asks for', async () => {
  const { browser, path } = await issuing({}, { evidenceRequired: true });

  const answer = await browser.post(`${path}/one`, { email: 'wen@lantern.example' });

  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('This badge asks for evidence');
});

it('warns where nobody outside could verify, and only there', async () => {
  const home = await issuing({ base: 'http://localhost:3000' });
  const plain = await issuing({ base: 'http://badges.example' });
  const open = await issuing();

  expect(await home.browser.read(home.path)).toContain('Only computers on your network can verify these badges.');
  expect(await plain.browser.read(plain.path)).toContain('Strangers will not be able to verify them.');
  expect(await open.browser.read(open.path)).not.toContain('warnline');
});

it('takes a file from choosing it to the letters, without script', async () => {
  const { hub, browser, path } = await issuing();
  const csv =
    'Name,E-mail,Std.\nMireille,mireille@tanagra.example,46\nPell,"pell@harbour,example",41\nRuben,nobody,1\n';

  const uploaded = await browser.post(`${path}/file`, { file: csvFile(csv, 'interviewers spring.csv') });
  const preview = uploaded.headers.get('location') ?? '';
  const first = await browser.read(preview);
  const used = await browser.post(`${preview}/rows/3`, { act: 'use', c1: 'pell@harbour,example', back: preview });
  const second = await browser.read(used.headers.get('location') ?? '');
  await browser.post(`${preview}/rows/4`, { act: 'leave-out', back: preview });
  const third = await browser.read(preview);
  const sent = await browser.post(`${preview}/send`, { message: 'Well done.' });
  await hub.drain();
  const progress = await browser.read(sent.headers.get('location') ?? '');

  expect(first).toContain('One is ready, two are not');
  expect(first).toContain('Row 3: the address');
  expect(first).toContain('<b dir="ltr">pell@harbour.example</b>');
  expect(second).toContain('Two are ready, one is not');
  expect(third).toContain('Both are ready');
  expect(third).toContain('Award 2 badges');
  expect(progress).toContain('2 badges are awarded');
  expect(progress).toContain('Signed. The letters go into the outbox on');
  expect(['Pause', 'Stop after the next one', 'Look again'].filter((act) => progress.includes(act))).toEqual([]);
  expect((await hub.letters()).map(({ to }) => to).sort()).toEqual([
    'mireille@tanagra.example',
    'pell@harbour.example',
  ]);
});

it('explains a file that is no table, where it was chosen', async () => {
  const { browser, path } = await issuing();

  const spreadsheet = await browser.post(`${path}/file`, { file: csvFile('PK\u0003\u0004') });
  const nothing = await browser.post(`${path}/file`, {});

  expect(spreadsheet.status).toBe(422);
  expect(await spreadsheet.text()).toContain('It is a spreadsheet (.xlsx or .ods). Save it as “CSV UTF-8”');
  expect(await nothing.text()).toContain('Choose a file first.');
});

it('asks which column holds the addresses when none says so', async () => {
  const { browser, path } = await issuing();

  const uploaded = await browser.post(`${path}/file`, { file: csvFile('who,where\nWen,wen@lantern.example\n') });
  const preview = uploaded.headers.get('location') ?? '';
  const asked = await browser.get(preview);
  const twice = await browser.post(`${preview}/columns`, { meaning: ['email', 'email'] });
  const none = await browser.post(`${preview}/columns`, { meaning: ['name', 'kept'] });
  await browser.post(`${preview}/columns`, { meaning: ['name', 'email'] });

  expect(asked.headers.get('location')).toBe(`${preview}/columns`);
  expect(await twice.text()).toContain('Only one column can be “Address”');
  expect(await none.text()).toContain('There is no column with e-mail addresses');
  expect(await browser.read(preview)).toContain('One is ready');
});

it('sends one letter to look at to whoever asks, and makes no award', async () => {
  const { hub, browser, path, issuer } = await issuing();
  const uploaded = await browser.post(`${path}/file`, { file: csvFile('name,email\nWen,wen@lantern.example\n') });
  const preview = uploaded.headers.get('location') ?? '';

  await browser.post(`${preview}/proof`, { message: 'Well done.' });

  const [letter] = await hub.letters();
  expect(letter).toMatchObject({ to: issuer.emails[0] });
  expect(letter?.subject).toContain('[To look at]');
  expect(letter?.text).toContain('Hello Wen');
  expect(letter?.text).toContain('Well done.');
  expect(letter?.text).not.toContain('/claim/');
  expect(await hub.given.rowsOf('award')).toEqual([]);
  expect(await browser.read(preview)).toContain('Well done.');
});

it('shows text from a file as text', async () => {
  const { browser, path } = await issuing();
  const evil = '<script>alert(1)</script>';

  const uploaded = await browser.post(`${path}/file`, { file: csvFile(`name,email,${evil}\n${evil},x,=1+1\n`) });

  const page = await browser.read(uploaded.headers.get('location') ?? '');
  expect(page).not.toContain(evil);
  expect(page).toContain('&lt;script&gt;');
});

it('shows pages of awards and batches to nobody who does not issue for the issuer', async () => {
  const { hub, id, issuer } = await issuing();
  const batch = await hub.given.batch(issuer, id, 'email\nwen@lantern.example\n');
  const award = await hub.given.award(issuer, id);
  const stranger = await hub.given.browserOf(await hub.given.account('A Stranger'));
  const visitor = hub.browser();
  const pages = [
    `/achievements/${id}/award`,
    `/batches/${batch}`,
    `/batches/${batch}/progress`,
    `/batches/${batch}/events`,
    `/awards/${award.id}`,
  ];
  pages.push(
    `/achievements/${id}/awards`,
    `/achievements/${id}/awards.csv`,
    `/achievements/${id}/codes`,
    `/batches/${batch}/columns`,
  );

  for (const page of pages) {
    expect([page, (await stranger.get(page)).status]).toEqual([page, 403]);
    expect([page, (await visitor.get(page)).headers.get('location')?.startsWith('/sign-in')]).toEqual([page, true]);
  }
  for (const act of [`/batches/${batch}/send`, `/batches/${batch}/drop`, `/awards/${award.id}/withdraw`]) {
    expect([act, (await stranger.post(act)).status]).toEqual([act, 403]);
  }
  expect((await stranger.get('/batches/bat_nothing')).status).toBe(404);
});

it('lists awards by state and by what one looks for, and writes them as a table without formulas', async () => {
  const { hub, id, issuer, browser } = await issuing();
  await hub.given.award(issuer, id, 'wen@lantern.example', '=HYPERLINK("x")');
  await hub.given.award(issuer, id, 'bram@kettle.example', 'Bram Kettlewick');

  const all = await browser.read(`/achievements/${id}/awards`);
  const found = await browser.read(`/achievements/${id}/awards?q=kettle`);
  const none = await browser.read(`/achievements/${id}/awards?state=claimed`);
  const table = await (await browser.get(`/achievements/${id}/awards.csv`)).text();

  expect(all).toContain('2 awards');
  expect([found.includes('Bram Kettlewick'), found.includes('wen@lantern.example')]).toEqual([true, false]);
  expect(none).toContain('Nobody here fits that search');
  expect(table).toContain(`"'=HYPERLINK(""x"")",wen@lantern.example,Waits to be sent`);
});

it('says what an act will do to whom, and asks again when the reason is missing', async () => {
  const { hub, id, issuer, browser } = await issuing();
  const award = await hub.given.award(issuer, id, 'wen@lantern.example', 'Wen Lanternfield');
  hub.pass({ minutes: 2 });
  await hub.drain();

  const page = await browser.read(`/awards/${award.id}`);
  const without = await browser.post(`/awards/${award.id}/revoke`, { verb: 'revoke', reason: ' ' });
  const done = await browser.post(`/awards/${award.id}/revoke`, { verb: 'revoke', reason: 'A mistake.' });

  expect(page).toContain('This cannot be undone. The holder gets a letter with your reason.');
  expect(page).toContain('Reason (required)');
  expect(page).toContain('In the outbox');
  expect(page).toContain('The letter went into the outbox');
  expect(page).not.toContain('The letter left');
  expect(without.status).toBe(422);
  const again = await without.text();
  expect(again).toContain('id="mistakes"');
  expect(again).toContain('href="#f-reason"');
  expect(again).toContain('id="f-reason"');
  expect(again).not.toContain('id="act-revoke"');
  expect(await browser.read(done.headers.get('location') ?? '')).toContain('The reason: A mistake.');
  expect(await stateOf(hub)).toEqual(['revoked']);
});

it('makes a code, shows it to print, and closes it', async () => {
  const { hub, id, browser } = await issuing();

  const made = await browser.post(`/achievements/${id}/codes`, { label: 'Spring meeting', limit: '40' });
  const sheet = made.headers.get('location') ?? '';
  const page = await browser.read(sheet);
  const picture = await browser.get(`${sheet}/qr.svg`);
  const backwards = await browser.post(`/achievements/${id}/codes`, { label: 'x', closesAt: '2020-01-01T10:00' });
  await browser.post(`${sheet}/close`);

  const [code] = await hub.db.selectFrom('claim_code').selectAll().execute();
  expect(page).toContain(code?.code);
  expect(page).toContain('0 of 40');
  expect(page).toContain('Can be used now');
  expect(page).toContain('End this code');
  expect(await browser.read(sheet)).toContain('Ended');
  expect(picture.headers.get('content-type')).toBe('image/svg+xml');
  expect(backwards.status).toBe(422);
  expect(code?.closed_at).toEqual(hub.clock());
});

it('offers a template that reads back as itself', async () => {
  const { browser, path } = await issuing({}, { evidenceWanted: 'A recording' });

  const template = await (await browser.get(`${path}/template.csv`)).text();
  const uploaded = await browser.post(`${path}/file`, { file: csvFile(template) });
  const page = await browser.read(uploaded.headers.get('location') ?? '');

  expect(template).toContain('evidence_url');
  expect(page).toContain('This is the example from the template.');
});

it('tells whoever watches how far a batch is, until it is done', async () => {
  const { hub, id, issuer, browser } = await issuing();
  const batch = await hub.given.batch(issuer, id, 'email\nwen@lantern.example\nbram@kettle.example\n');
  await sendBatch(hub, issuer, batch, { message: '', leaveOutAwarded: false });
  await hub.drain();

  const stream = await (await browser.get(`/batches/${batch}/events`)).text();

  expect(stream).toContain('event: progress');
  expect(stream).toContain(
    '{"done":2,"total":2,"label":"Signed. The letters go into the outbox on 4 March 2031 at 10:01 UTC.","counts":{"signed":2,"sent":0,"back":0,"accepted":0}}',
  );
});
