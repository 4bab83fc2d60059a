import { expect, it } from 'vitest';
import { type TestHub, testHub } from '../../testing/test-hub.ts';
import { changeAward } from '../awards/index.ts';
import { verifyAndRemember } from '../verifier/index.ts';

const read = async (hub: TestHub, path: string) =>
  (await hub.request(path, { headers: { accept: 'text/html' } })).text();

it('shows what somebody earned, and from whom', async () => {
  const hub = await testHub();
  const { path } = await hub.given.heldBadge('public', {
    recipient: { narrative: 'Five interviews with people who **worked** in the harbour.' },
  });

  const page = await read(hub, path);

  expect(page).toContain('<bdi class="aw__p">Mireille Tanagra</bdi>');
  expect(page).toContain('can sit down with a stranger');
  expect(page).toContain('Prepares questions from a source');
  expect(page).toContain('<strong>worked</strong>');
  expect(page).toContain('Harbour City Library');
  expect(page).toContain('One person holds it.');
  expect(page).toContain('hub.example answers for the key that signed');
  expect(page).not.toContain('showing.');
});

it('tells programs where the signed document is, and other sites what to show', async () => {
  const hub = await testHub();
  const { path } = await hub.given.heldBadge();

  const page = await read(hub, path);

  expect(page).toContain(`<link rel="alternate" type="application/vc+ld+json" href="${path}"`);
  expect(page).toContain(`<meta property="og:image" content="https://hub.example${path}/card.png"/>`);
  expect(page).toContain(`href="/verify?url=${encodeURIComponent(`https://hub.example${path}`)}"`);
});

it('leads to the LinkedIn form with everything filled in', async () => {
  const hub = await testHub();
  const { path, credentialId, holder } = await hub.given.heldBadge('public', { achievement: { validMonths: 24 } });
  const browser = await hub.given.browserOf(holder);

  const link = /href="(https:\/\/www\.linkedin\.com[^"]+)"/.exec(await browser.read(path))?.[1] ?? '';

  expect(await read(hub, path)).not.toContain('linkedin.com');

  const query = Object.fromEntries(new URL(link.replaceAll('&amp;', '&')).searchParams);
  expect(query).toEqual({
    startTask: 'CERTIFICATION_NAME',
    name: 'Oral history interviewer',
    organizationName: 'Harbour City Library',
    issueYear: '2031',
    issueMonth: '3',
    expirationYear: '2033',
    expirationMonth: '3',
    certUrl: `https://hub.example${path}`,
    certId: credentialId,
  });
});

it.each([
  ['suspend', 'Suspended', 'suspended this badge on 4 March 2031'],
  ['revoke', 'Revoked', 'took this badge back on 4 March 2031'],
] as const)(
  'says plainly what became of it after %s, and keeps the reason for those it concerns',
  async (verb, word, say) => {
    const hub = await testHub();
    const badge = await hub.given.heldBadge();
    await changeAward(hub, badge.issuer, badge.awardId, verb, 'Mistaken for another Mireille');
    const browser = await hub.given.browserOf(badge.holder);

    const [stranger, holder] = [await read(hub, badge.path), await browser.read(badge.path)];
    const json = await hub.request(badge.path, { headers: { accept: 'application/json' } });

    expect(stranger).toContain(`id="standing">${word}</h2>`);
    expect(stranger).toContain(say);
    expect(stranger).not.toContain('Mistaken');
    expect(holder).toContain('Mistaken for another Mireille');
    expect(await json.text()).toBe(badge.document);
  },
);

it('says at once when it was revoked, also to somebody who asked a second before', async () => {
  const hub = await testHub();
  const badge = await hub.given.heldBadge();
  expect(await read(hub, badge.path)).not.toContain('id="standing"');

  await changeAward(hub, badge.issuer, badge.awardId, 'revoke', 'by mistake');

  expect(await read(hub, badge.path)).toContain('Revoked</h2>');
});

it('keeps no green verdict from before on the page of a revoked badge, and counts it among the revoked', async () => {
  const hub = await testHub();
  const badge = await hub.given.heldBadge();
  await verifyAndRemember(hub, badge.document);
  expect(await read(hub, badge.path)).toContain('none revoked');

  await changeAward(hub, badge.issuer, badge.awardId, 'revoke', 'by mistake');

  const page = await read(hub, badge.path);
  expect(page).toContain('on 4 March 2031 at 10:00 UTC, it was still valid');
  expect(page).not.toContain('<span>Valid</span>');
  expect(page).toContain('one revoked');
});

it('says that its time is over', async () => {
  const hub = await testHub();
  const { path } = await hub.given.heldBadge('public', { recipient: { validUntil: new Date('2031-04-01T00:00:00Z') } });
  expect(await read(hub, path)).not.toContain('Expired');

  hub.pass({ days: 40 });

  expect(await read(hub, path)).toContain('This badge was valid until 1 April 2031');
});

it('gives the verdict of the last check with its time, and none before there was one', async () => {
  const hub = await testHub();
  const { path, document } = await hub.given.heldBadge();
  expect(await read(hub, path)).toContain('Nobody has checked it here yet');

  await verifyAndRemember(hub, document);

  expect(await read(hub, path)).toMatch(
    /Verdict of the last check:.*is-yes.*<span>Valid<\/span>.*4 March 2031 at 10:00/s,
  );
});

it('is never fooled by what people write', async () => {
  const hub = await testHub();
  const { path } = await hub.given.heldBadge('public', {
    achievement: {
      name: '</title><script>alert(1)</script>',
      description: '"><img src=x onerror=alert(2)>',
      criteria: [{ text: '<b onclick=alert(3)>x</b>' }],
      criteriaNarrative: '<iframe src="javascript:alert(4)"></iframe> [a](javascript:alert(5))',
    },
    recipient: {
      name: '<svg onload=alert(6)>',
      narrative: '<script>alert(7)</script>\n\n[b](data:text/html,<script>alert(8)</script>)',
      evidence: [{ url: 'https://a.example/"><script>alert(9)</script>', name: '<i>' }],
    },
  });

  const page = await read(hub, path);

  expect(page).not.toMatch(/<script>|<img src=x|<b onclick|<iframe|<svg onload|href="(javascript|data:text)/);
  expect(page.match(/<script/g)).toHaveLength(1);
});

it('keeps every name in its own direction, and lets the page be read from right to left', async () => {
  const hub = await testHub();
  const { path } = await hub.given.heldBadge('public', {
    achievement: { name: 'راوي الميناء', lang: 'ar', description: 'يستطيع أن يستمع إلى غريب.' },
    recipient: { name: 'ليلى الحداد' },
  });

  const page = await (
    await hub.request(path, { headers: { accept: 'text/html', cookie: '__Host-lang=ar-XB' } })
  ).text();

  expect(page).toContain('<html lang="ar-XB" dir="rtl"');
  expect(page).toContain(
    '<h1 lang="ar"><bdi class="aw__p">ليلى الحداد</bdi> <span dir="auto">راوي الميناء</span></h1>',
  );
});

it('names the holder as they are called here when the award named nobody', async () => {
  const hub = await testHub();
  const holder = await hub.given.account('Josué Almondtree');
  const { path } = await hub.given.heldBadge('public', { recipient: { name: undefined }, holder });

  expect(await read(hub, path)).toContain('Josué Almondtree');
});

it('counts people, not awards, and leaves out what was taken back', async () => {
  const hub = await testHub();
  const badge = await hub.given.heldBadge();
  await changeAward(hub, badge.issuer, badge.awardId, 'revoke', 'by mistake');

  expect(await read(hub, badge.path)).toContain('Nobody holds it now.');
});

it('tells the holder who else can see it, and strangers nothing of that', async () => {
  const hub = await testHub();
  const badge = await hub.given.heldBadge('link');
  const browser = await hub.given.browserOf(badge.holder);

  const own = await browser.read(badge.path);
  const other = await read(hub, `${badge.path}?key=${badge.linkToken}`);

  expect(own).toContain('everybody who has its link');
  expect(own).toContain(`href="/backpack/${badge.holdingId}"`);
  expect(own).toContain(`badge.png?key=${badge.linkToken}`);
  expect(other).not.toContain('/backpack/');
  expect(other).toContain('noindex');
});

it('says that a key is not believed any more', async () => {
  const hub = await testHub();
  const { path } = await hub.given.heldBadge();
  const at = hub.clock();
  await hub.db.updateTable('issuer_key').set({ retired_at: at, compromised_at: at }).execute();

  expect(await read(hub, path)).toContain('Key not believed');
});

it('asks the database once for all who ask in one moment', async () => {
  const hub = await testHub();
  const badges = [
    await hub.given.heldBadge(),
    await hub.given.heldBadge('private', { recipient: { email: 'b@c.example' } }),
  ];
  const paths = [...badges.map(({ path }) => path), `/credentials/${hub.newId('crd')}`];

  const asked = [...paths, ...paths, ...paths].map(async (path) => {
    const response = await hub.request(path, { headers: { accept: 'application/json' } });
    return response.status === 200 ? response.text() : response.status;
  });

  const [first, second, third] = await Promise.all(asked);
  expect([first, second, third]).toEqual([badges[0]?.document, 404, 404]);
  expect((await Promise.all(asked)).slice(3, 6)).toEqual([first, second, third]);
});

it('gives nobody a certificate of what was taken back, and the signed document as before', async () => {
  const hub = await testHub();
  const badge = await hub.given.heldBadge();
  expect(await read(hub, badge.path)).toContain('certificate.pdf');

  await changeAward(hub, badge.issuer, badge.awardId, 'revoke', 'by mistake');

  const page = await read(hub, badge.path);
  expect(page).not.toMatch(/certificate\.pdf|linkedin/);
  expect((await hub.request(`${badge.path}/certificate.pdf`)).status).toBe(404);
  expect((await hub.request(`${badge.path}/badge.png`)).status).toBe(200);
});
