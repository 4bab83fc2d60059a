import { expect, it } from 'vitest';
import { startSession } from '../modules/accounts/index.ts';
import { makeServer } from '../server.ts';
import { Browser } from '../testing/browser.ts';
import { testHub } from '../testing/test-hub.ts';
import { makeWorld, type Who } from './world.ts';

/** Every GET route, asked by each of these; gives back each answer with its text. */
async function everything(...whom: Who[]) {
  const hub = await testHub();
  const { people, address } = await makeWorld(hub);
  const server = makeServer(hub, '');
  const routes = [...new Set(server.routes.filter(({ method }) => method === 'GET').map(({ path }) => path))];
  const answers: { route: string; response: Response; text: string }[] = [];
  for (const who of whom) {
    const person = people[who];
    for (const route of routes.filter((path) => !path.endsWith('/events'))) {
      const browser = new Browser(hub, server);
      if (person) browser.signIn(await startSession(hub, person.accountId, undefined));
      hub.pass({ minutes: 10 });
      const response = await browser.get(address(route));
      answers.push({ route: `${who} ${route}`, response, text: await response.text() });
    }
  }
  return answers;
}

it('answers nothing without saying that it is not to be guessed at, framed or told about elsewhere', async () => {
  const answers = await everything('visitor', 'owner', 'holder', 'steward');

  const without = answers.filter(({ response: { headers } }) => {
    const policy = headers.get('content-security-policy') ?? '';
    const isStrict = policy.startsWith("default-src 'none'") && !/script-src[^;]*unsafe/.test(policy);
    const isSilent =
      headers.get('referrer-policy') === 'same-origin' && headers.get('x-content-type-options') === 'nosniff';
    return !isStrict || !isSilent;
  });

  expect(answers.length).toBeGreaterThan(300);
  expect(without.map(({ route }) => route)).toEqual([]);
}, 120_000);

it('lets no page run or load anything from inside the text or from another server', async () => {
  const answers = await everything('visitor', 'owner', 'holder', 'steward');
  const pages = answers.filter(({ response }) => response.headers.get('content-type')?.startsWith('text/html'));

  const wrong = pages.flatMap(({ route, text }) =>
    [
      / style="/.exec(text),
      / on[a-z]+="/.exec(text),
      /<script(?![^>]* src="\/)[^>]*>/.exec(text),
      /<style/.exec(text),
      / src="(?!\/|data:image\/|https:\/\/hub\.example\/)[^"]*"/.exec(text),
      /<link(?=[^>]* rel="(stylesheet|icon|preload|modulepreload|manifest)")[^>]* href="(?!\/|data:image\/)[^"]*"/.exec(
        text,
      ),
    ].flatMap((found) => (found ? [`${route}: ${found[0]}`] : [])),
  );

  expect(pages.length).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
}, 120_000);

it('opens to other origins only what is public, and never with cookies', async () => {
  const answers = await everything('visitor', 'holder');

  const open = answers.filter(({ response }) => response.headers.has('access-control-allow-origin'));
  const isPublic =
    /^\w+ \/(issuers|status|achievements\/:id($|\/image)|api|credentials|holdings|organizations\/:organization$)/;

  expect(open.every(({ response }) => response.headers.get('access-control-allow-origin') === '*')).toBe(true);
  expect(answers.filter(({ response }) => response.headers.has('access-control-allow-credentials'))).toEqual([]);
  expect(open.map(({ route }) => route).filter((route) => !isPublic.test(route))).toEqual([]);
}, 120_000);
