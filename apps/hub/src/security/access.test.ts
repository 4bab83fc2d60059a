import { expect, it } from 'vitest';
import { startSession } from '../modules/accounts/index.ts';
import { makeServer } from '../server.ts';
import { Browser } from '../testing/browser.ts';
import { type TestHub, testHub } from '../testing/test-hub.ts';
import { makeWorld, type Who } from './world.ts';

const anybody: Who[] = ['visitor', 'stranger', 'holder', 'issuer', 'owner', 'otherOwner', 'steward'];
const signedIn = anybody.slice(1);
const holder: Who[] = ['holder'];
const issuers: Who[] = ['issuer', 'owner'];
const owner: Who[] = ['owner'];
const steward: Who[] = ['steward'];

/**
 * Whom each route does not refuse. A route that writes, or that is not for everybody, has to stand here; what `:id` names
 * belongs to the holder or to the organization of issuer and owner.
 */
const access: Record<string, Who[]> = {
  'POST /sign-in': anybody,
  'POST /sign-in/link': anybody,
  'POST /sign-in/link/:token': anybody,
  'POST /sign-in/passkey/options': anybody,
  'POST /sign-in/passkey/verify': anybody,
  'POST /sign-out': anybody,
  'POST /sign-up': anybody,
  'POST /sign-up/confirm/:token': anybody,
  'POST /forgot-password': anybody,
  'POST /reset-password/:token': anybody,
  'POST /preferences': anybody,
  'POST /first-run': [],
  'POST /first-run/demo': [],
  'POST /demo/enter': anybody,
  'POST /verify': anybody,
  'POST /verify/:id': [],
  'POST /api/v1/verify': anybody,
  'POST /c': anybody,
  'POST /c/:code': signedIn,
  'POST /claim/:token': [],
  'POST /claim/:token/decline': [],
  'POST /claim/:token/reopen': [],

  'GET /account': signedIn,
  'GET /account/affiliations': signedIn,
  'GET /account/delete': signedIn,
  'GET /account/emails/confirm/:token': signedIn,
  'GET /account/export': signedIn,
  'POST /account/affiliations': [],
  'POST /account/affiliations/:affiliation/end': ['holder', 'owner'],
  'POST /account/delete': signedIn,
  'POST /account/emails': signedIn,
  'POST /account/emails/:id/:act{send-again|primary|remove}': holder,
  'POST /account/emails/confirm/:token': signedIn,
  'POST /account/passkeys/:id': signedIn,
  'POST /account/passkeys/:id/remove': [],
  'POST /account/passkeys/options': signedIn,
  'POST /account/passkeys/verify': signedIn,
  'POST /account/password': signedIn,
  'POST /account/profile': signedIn,
  'POST /account/sessions/:id/end': [],
  'POST /account/sessions/end-others': signedIn,

  'GET /alliance/settings': steward,
  'GET /outbox': steward,
  'GET /outbox/:id': steward,
  'GET /steward': steward,
  'POST /alliance/settings': steward,
  'POST /alliance/stewards': steward,
  'POST /alliance/stewards/:id/dismiss': steward,
  'POST /outbox/test': steward,

  'GET /organizations/new': signedIn,
  'GET /organizations/:organization/achievements': issuers,
  'GET /organizations/:organization/edit': owner,
  'GET /organizations/:organization/staff': ['issuer', 'owner', 'steward'],
  'POST /organizations/new': signedIn,
  'POST /organizations/invitations/:token': anybody,
  'POST /organizations/:organization/affiliations': signedIn,
  'POST /organizations/:organization/affiliations/:affiliation/:answer{confirm|refuse|end}': owner,
  'POST /organizations/:organization/edit': owner,
  'POST /organizations/:organization/end': ['owner', 'steward'],
  'POST /organizations/:organization/staff/:person/remove': owner,
  'POST /organizations/:organization/staff/:person/roles': owner,
  'POST /organizations/:organization/staff/invitations': owner,
  'POST /organizations/:organization/staff/invitations/:invitation/withdraw': owner,

  'GET /issuers/:issuer/keys': owner,
  'POST /issuers/:issuer/keys': owner,
  'POST /issuers/:issuer/keys/:key/compromised': owner,

  'GET /achievements/new': signedIn,
  'GET /achievements/:id/award': issuers,
  'GET /achievements/:id/award/template.csv': issuers,
  'GET /achievements/:id/awards': issuers,
  'GET /achievements/:id/awards.csv': issuers,
  'GET /achievements/:id/codes': issuers,
  'GET /achievements/:id/edit': issuers,
  'POST /achievements/new': signedIn,
  'POST /achievements/:id/:step{publish|archive|restore}': issuers,
  'POST /achievements/:id/award/file': issuers,
  'POST /achievements/:id/award/one': issuers,
  'POST /achievements/:id/codes': issuers,
  'POST /achievements/:id/edit': issuers,
  'POST /achievements/:id/versions': issuers,

  'GET /batches/:id': issuers,
  'GET /batches/:id/columns': issuers,
  'GET /batches/:id/events': issuers,
  'GET /batches/:id/progress': issuers,
  'POST /batches/:id/:verb{pause|resume|stop}': issuers,
  'POST /batches/:id/columns': issuers,
  'POST /batches/:id/drop': issuers,
  'POST /batches/:id/proof': issuers,
  'POST /batches/:id/rows/:line{[0-9]+}': issuers,
  'POST /batches/:id/send': issuers,
  'POST /batches/:id/take-back': issuers,

  'GET /awards/:id': issuers,
  'POST /awards/:id/:verb{withdraw|revoke|suspend|resume}': issuers,
  'POST /awards/:id/rebind': issuers,
  'POST /awards/:id/resend': issuers,
  'GET /codes/:id': issuers,
  'GET /codes/:id/qr.png': issuers,
  'GET /codes/:id/qr.svg': issuers,
  'POST /codes/:id/close': issuers,

  'GET /credentials/:id': [...holder, ...issuers],
  'GET /credentials/:id/badge.png': [...holder, ...issuers],
  'GET /credentials/:id/badge.svg': [...holder, ...issuers],
  'GET /credentials/:id/card.png': [...holder, ...issuers],
  'GET /credentials/:id/certificate.pdf': [...holder, ...issuers],
  'GET /credentials/:id/credential.json': [...holder, ...issuers],
  'GET /credentials/:id/qr.png': [...holder, ...issuers],
  'GET /credentials/:id/qr.svg': [...holder, ...issuers],
  'GET /holdings/:id': holder,
  'GET /holdings/:id/document': holder,
  'GET /holdings/:id/original': holder,
  'GET /holdings/:id/picture': [],
  'GET /collections/:id': holder,

  'GET /backpack': signedIn,
  'GET /backpack/collections': signedIn,
  'GET /backpack/collections/:id': holder,
  'GET /backpack/export': signedIn,
  'GET /backpack/import': signedIn,
  'GET /backpack/removed': signedIn,
  'GET /backpack/waiting/:id': holder,
  'GET /backpack/:id{hld_[0-9a-z]+}': holder,
  'GET /backpack/:id{hld_[0-9a-z]+}/document': holder,
  'GET /backpack/:id{hld_[0-9a-z]+}/original': [],
  'GET /backpack/:id{hld_[0-9a-z]+}/picture': [],
  'POST /backpack/collections': signedIn,
  'POST /backpack/collections/:id': holder,
  'POST /backpack/collections/:id/arrange': [],
  'POST /backpack/collections/:id/end': holder,
  'POST /backpack/collections/:id/share': holder,
  'POST /backpack/import': signedIn,
  'POST /backpack/shares/:id/revoke': holder,
  'POST /backpack/waiting/:id': holder,
  'POST /backpack/waiting/:id/decline': holder,
  'POST /backpack/waiting/:id/reopen': holder,
  'POST /backpack/:id/collect': [],
  'POST /backpack/:id/delete': holder,
  'POST /backpack/:id/put-back': holder,
  'POST /backpack/:id/remove': holder,
  'POST /backpack/:id/share': holder,
  'POST /backpack/:id/verify': holder,
  'POST /backpack/:id/visibility': holder,
};

const routesOf = (hub: TestHub): string[] => {
  const { routes } = makeServer(hub, '');
  return [...new Set(routes.map(({ method, path }) => `${method} ${path}`))];
};

it('says of every route that writes whom it is for', async () => {
  const hub = await testHub();

  const writing = routesOf(hub).filter((route) => !/^(GET|HEAD|OPTIONS|ALL) /.test(route));

  expect(writing.filter((route) => !(route in access))).toEqual([]);
});

it('refuses everybody else on every route, and does nothing for them', async () => {
  const hub = await testHub();
  const ask = await asking(hub);
  const before = await hub.events();

  const passed: string[] = [];
  for (const route of routesOf(hub)) {
    for (const who of anybody) {
      if (!access[route] || access[route].includes(who)) continue;
      if (!isRefusal(await ask(who, route))) passed.push(`${who}: ${route}`);
    }
  }

  // of another account's session nothing happens, and it is not told apart from one that has ended
  expect(passed.filter((each) => !each.endsWith('POST /account/sessions/:id/end'))).toEqual([]);
  expect(await hub.events()).toEqual(before);
}, 180_000);

it('lets a visitor through only where everybody may go', async () => {
  const hub = await testHub();
  const ask = await asking(hub);
  const open = routesOf(hub).filter((route) => /^(GET) /.test(route) && !(route in access));

  const refused: string[] = [];
  for (const route of open) {
    if ((await ask('visitor', route)).status === 500) refused.push(route);
  }

  expect(refused).toEqual([]);
  expect(open.filter((route) => !everybody.test(route.slice(4)))).toEqual([]);
});

/** Pages and documents for everybody, by their first part. */
const everybody =
  /^\/($|api|assets|c$|c\/|claim\/:token$|designer|events$|explore|files|first-run$|forgot-password|healthz|issuers|letter-sent|metrics|organizations|preferences|readyz|reset-password|s\/|sign-in|sign-up|status|styleguide|verify|achievements\/:id$|achievements\/:id\/image)/;

it.each<Who>(['holder', 'issuer', 'owner', 'steward'])(
  'lets %s do what they may do',
  async (who) => {
    const hub = await testHub();
    const ask = await asking(hub);

    const refused: string[] = [];
    for (const [route, allowed] of Object.entries(access)) {
      if (
        !allowed.includes(who) ||
        /\/(delete|dismiss|drop|end|end-others|put-back|remove|sign-out|waiting)\b/.test(route)
      )
        continue;
      const { status } = await ask(who, route);
      if ([401, 403, 404, 500].includes(status)) refused.push(`${status}: ${route}`);
    }

    expect(refused).toEqual([]);
  },
  60_000,
);

/** Asks in the name of somebody, after a while in which every limit has room again. */
async function asking(hub: TestHub): Promise<(who: Who, route: string) => Promise<Response>> {
  const { people, address } = await makeWorld(hub);
  const server = makeServer(hub, '');
  return async (who, route) => {
    const [method, path = ''] = route.split(' ');
    const person = people[who];
    const browser = new Browser(hub, server);
    if (person) browser.signIn(await startSession(hub, person.accountId, undefined));
    hub.pass({ minutes: 10 });
    const response = await (method === 'GET' ? browser.get(address(path)) : browser.post(address(path)));
    await response.body?.cancel();
    return response;
  };
}

function isRefusal({ status, headers }: Response): boolean {
  return (
    [400, 401, 403, 404, 410].includes(status) || (status === 303 && /^\/sign-in/.test(headers.get('location') ?? ''))
  );
}
