import { expect, it } from 'vitest';
import { type TestHub, testHub } from '../testing/test-hub.ts';

const script = 'javascript:alert(1)//';

const links = (html: string): string[] =>
  [...html.matchAll(/ (?:href|src|action|formaction|srcset|poster)="([^"]*)"/g)].map(([, address = '']) => address);

/** Pages on which somebody who brings this badge, and who is shown it, sees it. */
async function pagesOf(hub: TestHub, text: string): Promise<string[]> {
  const browser = await hub.given.browserOf(await hub.given.account('Ana Flores', { email: 'ana@example.org' }));
  const answer = await browser.read((await browser.post('/verify', { text })).headers.get('location') ?? '');
  const brought = await browser.post('/backpack/import', { text });
  const holding = brought.headers.get('location') ?? '';
  await browser.post(`${holding}/visibility`, { visibility: 'public' });
  const shown = await hub.browser().read(holding.replace('/backpack/', '/holdings/'));
  return [answer, await browser.read(holding), shown];
}

it('links nowhere but to web addresses from what a signed badge says', async () => {
  const hub = await testHub();
  await hub.given.alliance();
  const there = await hub.given.foreignIssuer();
  const text = await there.forgedBadge({
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        { type: 'IdentityObject', hashed: false, identityType: 'emailAddress', identityHash: 'ana@example.org' },
      ],
      achievement: {
        id: 'https://marram.example/achievements/1',
        type: ['Achievement'],
        name: 'Seed keeper',
        description: 'Keeps seeds.',
        criteria: { id: script, narrative: `[more](${script}) <a href="${script}">more</a>` },
        alignment: [{ type: ['Alignment'], targetName: 'Seeds', targetUrl: script }],
      },
    },
    evidence: [{ id: script, type: ['Evidence'], name: 'A jar' }],
  });

  const pages = await pagesOf(hub, text);

  expect(pages.every((page) => page.includes('Seed keeper'))).toBe(true);
  expect(pages.flatMap(links).filter((address) => /^\s*(javascript|data:text|vbscript)/i.test(address))).toEqual([]);
});

it('links nowhere but to web addresses from what a badge of 2.0 says', async () => {
  const hub = await testHub();
  await hub.given.alliance();
  const id = 'https://gate.example/assertions/1';
  const [badge, issuer] = ['https://gate.example/badge', 'https://gate.example/issuer'];
  const context = 'https://w3id.org/openbadges/v2';
  hub.elsewhere(id, {
    body: JSON.stringify({
      '@context': context,
      type: 'Assertion',
      id,
      recipient: { type: 'email', hashed: false, identity: 'ana@example.org' },
      issuedOn: '2020-01-01T00:00:00Z',
      verification: { type: 'hosted' },
      evidence: [{ id: script, name: 'A gate' }],
      badge,
    }),
  });
  const criteria = { id: script, narrative: 'Kept a gate.' };
  const alignment = [{ targetName: 'Gates', targetUrl: script }];
  hub.elsewhere(badge, {
    body: JSON.stringify({
      '@context': context,
      type: 'BadgeClass',
      id: badge,
      name: 'Gate keeper',
      description: 'Keeps gates.',
      image: script,
      criteria,
      alignment,
      issuer,
    }),
  });
  hub.elsewhere(issuer, {
    body: JSON.stringify({
      '@context': context,
      type: 'Issuer',
      id: issuer,
      name: 'Gate',
      url: script,
      email: 'a@gate.example',
    }),
  });

  const pages = await pagesOf(hub, id);

  expect(pages.every((page) => page.includes('Gate keeper'))).toBe(true);
  expect(pages.flatMap(links).filter((address) => /^\s*(javascript|data:text|vbscript)/i.test(address))).toEqual([]);
});
