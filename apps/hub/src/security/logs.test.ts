import { expect, it } from 'vitest';
import { makeLog } from '../platform/log.ts';
import { type TestHub, testHub } from '../testing/test-hub.ts';

function listen(): { log: ReturnType<typeof makeLog>; text: () => string } {
  const lines: string[] = [];
  const log = makeLog({ mode: 'production', logLevel: 'debug' }, { write: (line) => void lines.push(line) });
  return { log, text: () => lines.join('') };
}

const secretsIn = (letters: { text: string }[]): string[] =>
  letters.flatMap(({ text }) =>
    [...text.matchAll(/\/(?:claim|confirm|link|reset-password|invitations)\/([\w-]{20,})/g)].map(
      ([, token = '']) => token,
    ),
  );

/** Signing up, being awarded, claiming, showing, verifying, and all that goes wrong on the way. Gives back what was secret. */
async function walk(hub: TestHub): Promise<string[]> {
  await hub.given.alliance();
  const browser = hub.browser();
  await browser.post('/sign-up', {
    name: 'Wen Lanternfield',
    email: 'wen@lantern.example',
    password: 'corridor-plum-7',
  });
  const [signUp] = secretsIn(await hub.letters('wen@lantern.example'));
  await browser.post(`/sign-up/confirm/${signUp}`);
  await hub.browser().post('/sign-in', { email: 'wen@lantern.example', password: 'wrong-plum-77' });
  await hub.browser().post('/forgot-password', { email: 'nobody@fallow.example' });

  const claim = await hub.given.claimLetter({ name: 'Mireille Tanagra', email: 'mireille@tanagra.example' });
  const claimant = hub.browser();
  await claimant.get(claim.path);
  const claimed = await claimant.post(claim.path, { name: 'Mireille Tanagra', visibility: 'link' });
  const holding = claimed.headers.get('location') ?? '';
  await claimant.post(`${holding}/share`, { label: 'For Bo Fallow' });
  const shown = await claimant.read(holding);
  const [, share = ''] = /\/s\/([\w-]{20,})/.exec(shown) ?? [];
  await hub.browser().get(`/s/${share}`);
  await hub.browser().get(`/claim/${claim.token.slice(1)}A`);

  await hub.browser().post('/verify', { text: '{"name":"ana@fallow.example"', recipient: 'ana@fallow.example' });
  await claimant.post('/backpack/import', { text: '{"name":"Ana Fallow"}' });
  const desk = await hub.given.browserOf(claim.issuer);
  await desk.post(`/achievements/${claim.id}/award/file`, {
    file: new File(['name,email\nBo Fallow,bo@fallow.example\n'], 'Bo Fallow.csv'),
  });
  await hub.drain();
  await hub.drain();
  return [
    ...['wen@lantern', 'nobody@', 'mireille@', 'ana@', 'bo@', 'Wen', 'Lanternfield', 'Mireille', 'Tanagra', 'Fallow'],
    ...['corridor-plum-7', 'wrong-plum-77', claim.token, share],
    ...secretsIn(await hub.letters()),
    ...[browser, claimant, desk].flatMap((one) => [...one.cookies.values()]),
  ];
}

it('says no address, no name and no secret in logs and events, however much is logged', async () => {
  const { log, text } = listen();
  const hub = await testHub({ log });
  const read = hub.files.read;
  hub.files.read = async () => JSON.parse('mireille@tanagra.example Mireille Tanagra');

  const secrets = await walk(hub);
  const broken = await hub.request('/files/anything');
  hub.files.read = read;

  expect(broken.status).toBe(500);
  expect(text()).toContain('a request failed');
  expect(text()).toContain('is not valid JSON');
  expect(secrets.length).toBeGreaterThan(20);
  expect(secrets.filter((secret) => secret.length > 2 && text().includes(secret))).toEqual([]);
  const events = JSON.stringify(await hub.given.rowsOf('event'));
  expect(secrets.filter((secret) => secret.length > 2 && events.includes(secret))).toEqual([]);
});

it('keeps no secret of a link or a session as it was given out', async () => {
  const hub = await testHub();

  const secrets = await walk(hub);

  const tables = ['account', 'account_token', 'session', 'award', 'share_link', 'staff_invitation'] as const;
  const rows = JSON.stringify(await Promise.all(tables.map((table) => hub.given.rowsOf(table))));
  const kept = secrets.filter((secret) => secret.length >= 30 && rows.includes(secret));
  expect(secrets.filter((secret) => secret.length >= 30).length).toBeGreaterThan(5);
  expect(kept).toEqual([]);
});
