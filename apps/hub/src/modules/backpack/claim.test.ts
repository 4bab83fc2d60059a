import { describe, expect, it } from 'vitest';
import { testHub } from '../../testing/test-hub.ts';
import { changeAward, findAward } from '../awards/index.ts';
import { findHoldingOfAward } from './store.ts';

const accepting = { name: 'Mireille Tanagra', visibility: 'private' };

describe('the link of a letter', () => {
  it('shows the badge before there is any account, and says that it was opened', async () => {
    const hub = await testHub();
    const { path, awardId } = await hub.given.claimLetter({
      evidence: [{ url: 'https://a.example/1', name: 'The tape' }],
    });

    const page = await hub.browser().read(path);

    for (const words of [
      'Oral history interviewer',
      'Harbour City Library',
      'Well done',
      'The tape',
      'Lets the speaker lead',
    ])
      expect(page).toContain(words);
    expect((await findAward(hub.db, awardId))?.state).toBe('opened');
  });

  it.each([
    ['HEAD', { method: 'HEAD', headers: { accept: 'text/html' } }],
    ['a request for anything', { headers: { accept: '*/*' } }],
    ['a prefetch', { headers: { accept: 'text/html', 'sec-purpose': 'prefetch' } }],
    ['a script', { headers: { accept: 'text/html', 'sec-fetch-mode': 'cors' } }],
  ])('is not opened by %s', async (_, init) => {
    const hub = await testHub();
    const { path, awardId } = await hub.given.claimLetter();

    await hub.request(path, init);

    expect((await findAward(hub.db, awardId))?.openedAt).toBeUndefined();
  });

  it('makes an account for whoever accepts, signs them in and leads to the badge', async () => {
    const hub = await testHub();
    const { path, awardId, to } = await hub.given.claimLetter();
    const browser = hub.browser();

    const response = await browser.post(path, accepting);

    const holding = await findHoldingOfAward(hub.db, awardId);
    expect(response.headers.get('location')).toBe(`/backpack/${holding?.id}`);
    expect(holding).toMatchObject({ visibility: 'private' });
    const page = await browser.read(`/backpack/${holding?.id}`);
    expect(page).toContain('Oral history interviewer');
    expect(page).toContain(`sign in with a link that we mail to ${to}`);
    const emails = await hub.given.rowsOf('email_address');
    expect(emails.find((row) => 'address' in row && row.address === to)).toMatchObject({
      verified_at: expect.any(Date),
    });
    expect((await hub.events()).map(({ verb }) => verb)).toContain('award.claimed');
  });

  it('asks for a name when the account is new', async () => {
    const hub = await testHub();
    const { path, awardId } = await hub.given.claimLetter();

    const response = await hub.browser().post(path, { name: ' ', visibility: 'private' });

    expect(response.status).toBe(422);
    expect(await findHoldingOfAward(hub.db, awardId)).toBeUndefined();
  });

  it('gives the badge to the account that has the address, and signs nobody in there', async () => {
    const hub = await testHub();
    const { path, awardId, to } = await hub.given.claimLetter();
    const person = await hub.given.account('Mireille Tanagra', { email: to });
    const browser = hub.browser();

    const after = await browser.follow(await browser.post(path, { visibility: 'public' }));

    expect(await after.text()).toContain('This badge has been accepted');
    expect(await findHoldingOfAward(hub.db, awardId)).toMatchObject({
      holderId: person.personId,
      visibility: 'public',
    });
    expect((await browser.get('/backpack')).headers.get('location')).toContain('/sign-in');
  });

  it('offers another account to accept into, and says which one', async () => {
    const hub = await testHub();
    const { path, awardId } = await hub.given.claimLetter();
    const other = await hub.given.account('Ravi Candlemark', { email: 'ravi@candle.example' });
    const browser = await hub.given.browserOf(other);

    const page = await browser.read(path);
    await browser.post(path, { visibility: 'private' });

    expect(page).toContain('mireille@tanagra.example');
    expect(page).toContain('ravi@candle.example');
    expect((await findHoldingOfAward(hub.db, awardId))?.holderId).toBe(other.personId);
  });

  it('pressed twice, and by two browsers at once, gives one badge', async () => {
    const hub = await testHub();
    const { path, to } = await hub.given.claimLetter();
    const person = await hub.given.account('Mireille Tanagra', { email: to });
    const browsers = [
      await hub.given.browserOf(person),
      hub.browser(),
      hub.browser(),
      await hub.given.browserOf(person),
    ];

    const answers = await Promise.all(browsers.map((browser) => browser.post(path, { visibility: 'private' })));

    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    expect(await hub.given.rowsOf('holding')).toHaveLength(1);
    expect((await hub.events()).filter(({ verb }) => verb === 'award.claimed')).toHaveLength(1);
  });

  it('leads whoever accepted it to the badge, and tells others nothing about them', async () => {
    const hub = await testHub();
    const { path } = await hub.given.claimLetter();
    const browser = hub.browser();
    await browser.post(path, accepting);

    const own = await browser.get(path);
    const others = await hub.browser().read(path);

    expect(own.headers.get('location')).toMatch(/^\/backpack\/hld_/);
    expect(others).toContain('This badge has been accepted');
    expect(others).not.toContain('Mireille');
    expect(others).not.toContain('tanagra');
  });

  it('after its time says so, and gives nothing', async () => {
    const hub = await testHub();
    const { path, awardId } = await hub.given.claimLetter();
    hub.pass({ days: 366 });

    const response = await hub.browser().get(path);
    await hub.browser().post(path, accepting);

    expect(response.status).toBe(410);
    expect(await response.text()).toContain('This link has expired');
    expect(await findHoldingOfAward(hub.db, awardId)).toBeUndefined();
  });

  it('of a revoked award says that', async () => {
    const hub = await testHub();
    const { path, awardId, issuer } = await hub.given.claimLetter();
    await hub.browser().get(path);
    await changeAward(hub, issuer, awardId, 'revoke', 'Awarded by mistake');

    const response = await hub.browser().get(path);

    expect(response.status).toBe(410);
    expect(await response.text()).toContain('This award was revoked');
  });

  it.each(['/claim/wrong', `/claim/${'a'.repeat(500)}`])('that is wrong leads to no badge', async (path) => {
    const hub = await testHub();
    await hub.given.alliance();

    const response = await hub.browser().get(path);

    expect(response.status).toBe(404);
    expect(await response.text()).toContain('This link does not lead to a badge');
  });

  it('cannot be guessed by trying', async () => {
    const hub = await testHub();
    await hub.given.alliance();
    const browser = hub.browser();

    const answers = await Promise.all(Array.from({ length: 70 }, (_, place) => browser.get(`/claim/guess-${place}`)));

    expect(answers.filter(({ status }) => status === 429)).toHaveLength(10);
  });
});

describe('declining', () => {
  const config = { smtpUrl: 'smtp://127.0.0.1:1' };

  it('tells the awarder with the reason, once it can no longer be taken back', async () => {
    const hub = await testHub({ config });
    const { path, awardId, issuer } = await hub.given.claimLetter();

    const after = await hub.browser().post(`${path}/decline`, { reason: 'Not my work' });

    expect(after.status).toBe(303);
    expect(await findAward(hub.db, awardId)).toMatchObject({ state: 'declined', stateReason: 'Not my work' });
    const [letter] = await hub.letters(issuer.emails[0]);
    expect(letter).toMatchObject({ subject: 'Mireille Tanagra declined “Oral history interviewer”', state: 'waiting' });
    expect(letter?.text).toContain('Not my work');
  });

  it('can be undone for ten minutes, and nobody hears of it', async () => {
    const hub = await testHub({ config });
    const { path, awardId, issuer } = await hub.given.claimLetter();
    const browser = hub.browser();
    await browser.post(`${path}/decline`, { reason: '' });
    hub.pass({ minutes: 9 });

    const page = await browser.read(path);
    await browser.post(`${path}/reopen`);

    expect(page).toContain('I want it after all');
    expect((await findAward(hub.db, awardId))?.state).toBe('opened');
    expect((await hub.letters(issuer.emails[0])).map(({ state }) => state)).toEqual(['withdrawn']);
  });

  it('is final afterwards', async () => {
    const hub = await testHub({ config });
    const { path, awardId } = await hub.given.claimLetter();
    const browser = hub.browser();
    await browser.post(`${path}/decline`, { reason: '' });
    hub.pass({ minutes: 11 });

    const page = await browser.read(path);
    const refused = await browser.post(`${path}/reopen`);
    await browser.post(path, accepting);

    expect(page).not.toContain('I want it after all');
    expect(refused.status).toBe(409);
    expect((await findAward(hub.db, awardId))?.state).toBe('declined');
  });
});
