import { describe, expect, it } from 'vitest';
import type { Person } from '../../kernel/actor.ts';
import { testHub } from '../../testing/test-hub.ts';
import { changeAward, findAward } from '../awards/index.ts';
import { deleteHolding, putBackHolding, removeHolding } from './remove-holding.ts';
import { setVisibility } from './set-visibility.ts';
import { findHolding, findHoldingOfCredential } from './store.ts';
import { tellWaiting } from './tell-waiting.ts';
import { viewHolding } from './view-holding.ts';

describe('awards that wait', () => {
  it('stand in the backpack of whoever has the address, and are accepted there', async () => {
    const hub = await testHub();
    const { awardId, to } = await hub.given.claimLetter();
    const person = await hub.given.account('Mireille Tanagra', { email: to });
    const browser = await hub.given.browserOf(person);

    const page = await browser.read('/backpack');
    const accepted = await browser.post(`/backpack/waiting/${awardId}`, { visibility: 'link' });

    expect(page).toContain('One badge waits for you');
    expect(accepted.headers.get('location')).toMatch(/^\/backpack\/hld_/);
    expect((await findAward(hub.db, awardId))?.state).toBe('claimed');
    expect(await browser.read('/backpack')).not.toContain('waits for you');
  });

  it('show up when a second address is verified', async () => {
    const hub = await testHub();
    const { to, awardId } = await hub.given.claimLetter();
    const person = await hub.given.account('Mireille Tanagra', { email: 'mireille@home.example' });
    const browser = await hub.given.browserOf(person);
    const before = await browser.read('/backpack');

    const row = { id: hub.newId('eml'), account: person.accountId, address: to, verified_at: hub.clock() };
    await hub.db
      .insertInto('email_address')
      .values({ ...row, is_primary: false, created_at: hub.clock() })
      .execute();

    expect(before).not.toContain('waits for you');
    expect(await browser.read('/backpack')).toContain('One badge waits for you');
    expect((await browser.get(`/backpack/waiting/${awardId}`)).status).toBe(200);
  });

  it('are announced on the page where their address is verified', async () => {
    const hub = await testHub();
    const { to } = await hub.given.claimLetter();
    const { personId, accountId } = await hub.given.account('Mireille Tanagra', { email: 'mireille@home.example' });
    const heard = new Promise((resolve) => hub.live.subscribe(`person:${personId}`, resolve));
    await hub.live.ready();

    const verified = { personId, accountId, address: to };
    await hub.db.transaction().execute((tx) => tellWaiting(hub, tx, verified));

    expect(await heard).toEqual({ key: 'backpack.waiting', count: 1, href: '/backpack' });
  });

  it('do not exist for others', async () => {
    const hub = await testHub();
    const { awardId } = await hub.given.claimLetter();
    const browser = await hub.given.browserOf(await hub.given.account('Ravi Candlemark'));

    const answers = [
      await browser.get(`/backpack/waiting/${awardId}`),
      await browser.post(`/backpack/waiting/${awardId}`, { visibility: 'public' }),
      await browser.post(`/backpack/waiting/${awardId}/decline`, { reason: '' }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await findAward(hub.db, awardId))?.state).not.toBe('claimed');
  });

  it('are declined there, and taken back', async () => {
    const hub = await testHub();
    const { awardId, to } = await hub.given.claimLetter();
    const browser = await hub.given.browserOf(await hub.given.account('Mireille Tanagra', { email: to }));

    const declined = await browser.follow(await browser.post(`/backpack/waiting/${awardId}/decline`, { reason: 'No' }));
    await browser.post(`/backpack/waiting/${awardId}/reopen`);

    expect(declined.status).toBe(410);
    expect((await findAward(hub.db, awardId))?.state).toBe('opened');
  });
});

describe('the backpack', () => {
  it('teaches what to do while it is empty', async () => {
    const hub = await testHub();
    await hub.given.alliance();
    const browser = await hub.given.browserOf(await hub.given.account());

    const page = await browser.read('/backpack');

    expect(page).toContain('Your backpack is empty');
    expect(page).toContain('href="/backpack/import"');
  });

  it('sends visitors to sign in and back', async () => {
    const hub = await testHub();
    await hub.given.alliance();

    const response = await hub.browser().get('/backpack?search=x');

    expect(response.headers.get('location')).toBe('/sign-in?next=%2Fbackpack%3Fsearch%3Dx');
  });

  it('says which badges were revoked, and why', async () => {
    const hub = await testHub();
    const { awardId, issuer, holder, holdingId } = await hub.given.heldBadge();
    await changeAward(hub, issuer, awardId, 'revoke', 'The evidence was copied');
    const browser = await hub.given.browserOf(holder);

    expect(await browser.read('/backpack')).toContain('Revoked');
    expect(await browser.read(`/backpack/${holdingId}`)).toContain('The evidence was copied');
  });

  it('lists badges by what is searched for', async () => {
    const hub = await testHub();
    const { holder } = await hub.given.heldBadge();
    const browser = await hub.given.browserOf(holder);

    expect(await browser.read('/backpack?search=ORAL')).toContain('Oral history interviewer');
    expect(await browser.read('/backpack?search=welding')).toContain('No badge fits');
    expect(await browser.read('/backpack?order=nonsense&page=-3')).toContain('Oral history interviewer');
  });
});

describe('one badge', () => {
  it.each(['', '/picture', '/original', '/document'])('of somebody else does not exist: %s', async (part) => {
    const hub = await testHub();
    const { holdingId } = await hub.given.heldBadge();
    const browser = await hub.given.browserOf(await hub.given.account('Ravi Candlemark'));

    expect((await browser.get(`/backpack/${holdingId}${part}`)).status).toBe(404);
  });

  it.each(['visibility', 'verify', 'remove', 'share', 'put-back', 'delete'])(
    'of somebody else cannot be changed: %s',
    async (act) => {
      const hub = await testHub();
      const { holdingId } = await hub.given.heldBadge('private');
      const browser = await hub.given.browserOf(await hub.given.account('Ravi Candlemark'));
      const before = (await hub.events()).length;

      const response = await browser.post(
        `/backpack/${holdingId}/${act}`,
        act === 'visibility' ? { visibility: 'public' } : {},
      );

      expect(response.status).toBe(404);
      expect((await findHolding(hub.db, holdingId))?.visibility).toBe('private');
      expect(await hub.events()).toHaveLength(before);
    },
  );

  it('is shown to others when its holder says so, and hidden again', async () => {
    const hub = await testHub();
    const { holder, holdingId, path } = await hub.given.heldBadge('private');
    const browser = await hub.given.browserOf(holder);
    const seen = async () => (await hub.browser().get(path)).status;
    const before = await seen();

    await browser.post(`/backpack/${holdingId}/visibility`, { visibility: 'public' });
    const shown = await seen();
    await browser.post(`/backpack/${holdingId}/visibility`, { visibility: 'private' });

    expect([before, shown, await seen()]).toEqual([404, 200, 404]);
    expect((await browser.post(`/backpack/${holdingId}/visibility`, { visibility: 'all' })).status).toBe(422);
  });

  it('says the same thing once when nothing changes', async () => {
    const hub = await testHub();
    const { holder, holdingId } = await hub.given.heldBadge('private');

    await setVisibility(hub, holder, holdingId, 'public');
    await setVisibility(hub, holder, holdingId, 'public');

    expect((await hub.events()).filter(({ verb }) => verb === 'holding.shown')).toHaveLength(1);
  });

  it('is verified again by its holder, who is led to the report', async () => {
    const hub = await testHub();
    const { holder, holdingId } = await hub.given.heldBadge('private');
    const browser = await hub.given.browserOf(holder);

    const before = await browser.read(`/backpack/${holdingId}`);
    const response = await browser.post(`/backpack/${holdingId}/verify`);

    expect(before).toContain('Not checked yet.');
    expect(before).not.toContain('In force');
    expect(before).toMatch(/<a href="\/issuers\/org_\w+" dir="auto">Harbour City Library<\/a>/);

    const report = response.headers.get('location') ?? '';
    expect(report).toMatch(/^\/verify\/ver_/);
    expect(await browser.read(report)).toContain(`href="/backpack/${holdingId}"`);
    expect(await hub.browser().read(report)).not.toContain('/backpack/hld_');
    expect(await findHolding(hub.db, holdingId)).toMatchObject({ verdict: 'valid', verifiedAt: hub.clock() });
    expect(await browser.read(`/backpack/${holdingId}`)).toContain('Valid');
  });

  it('goes out as the very text that was signed', async () => {
    const hub = await testHub();
    const { holder, holdingId, document } = await hub.given.heldBadge('private');
    const browser = await hub.given.browserOf(holder);

    const response = await browser.get(`/backpack/${holdingId}/document`);

    expect(await response.text()).toBe(document);
    expect(response.headers.get('content-disposition')).toContain('Oral-history-interviewer.json');
  });
});

describe('taking a badge out', () => {
  const gone = { code: 'holding.not-found' };

  async function held() {
    const hub = await testHub();
    const badge = await hub.given.heldBadge('public');
    return { hub, ...badge, holder: badge.holder as Person };
  }

  it('hides it from everybody, and can be undone', async () => {
    const { hub, holder, holdingId, path, credentialId } = await held();
    const browser = await hub.given.browserOf(holder);

    await browser.post(`/backpack/${holdingId}/remove`);
    const statuses = [(await hub.browser().get(path)).status, (await browser.get(`/backpack/${holdingId}`)).status];
    const removed = await browser.read('/backpack/removed');
    await browser.post(`/backpack/${holdingId}/put-back`);

    expect(statuses).toEqual([404, 404]);
    expect(removed).toContain('Oral history interviewer');
    expect(await findHoldingOfCredential(hub.db, credentialId)).toMatchObject({ visibility: 'private' });
  });

  it('twice is refused, and so is putting back what is there', async () => {
    const { hub, holder, holdingId } = await held();

    await expect(putBackHolding(hub, holder, holdingId)).rejects.toMatchObject(gone);
    await removeHolding(hub, holder, holdingId);

    await expect(removeHolding(hub, holder, holdingId)).rejects.toMatchObject(gone);
  });

  it('and deleting it leaves nothing of it', async () => {
    const { hub, holder, holdingId } = await held();
    await removeHolding(hub, holder, holdingId);

    await deleteHolding(hub, holder, holdingId);

    expect(await hub.given.rowsOf('holding')).toEqual([]);
    await expect(viewHolding(hub, holder, holdingId)).rejects.toMatchObject(gone);
    await expect(deleteHolding(hub, holder, holdingId)).rejects.toMatchObject(gone);
  });
});
