import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { Person } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';
import { type TestHub, testHub } from '../../testing/test-hub.ts';
import { findOrganization } from './find-organization.ts';
import { makeOrganization } from './make-organization.ts';
import type { OrganizationInput } from './model.ts';
import { listStaff } from './staff-store.ts';
import { listDirectory } from './store.ts';

const input: OrganizationInput = { name: 'Museum of Making', summary: 'We make.', links: [], lang: 'en' };
const make = (hub: TestHub, person: Person, more = {}) => makeOrganization(hub, person, { ...input, ...more });

it('gives an organization to whoever makes it', async () => {
  const hub = await testHub();
  const person = await hub.given.account('Ravi Candlemark');

  const id = await make(hub, person, { website: 'https://making.example/', location: 'Leeds' });

  const made = await findOrganization(hub.db, id);
  expect(made).toMatchObject({ name: 'Museum of Making', handle: 'museum-of-making', location: 'Leeds', revision: 1 });
  expect(await listStaff(hub.db, id)).toMatchObject([{ personId: person.personId, roles: [{ role: 'owner' }] }]);
  const verbs = (await hub.events()).filter(({ object }) => object === id).map(({ verb }) => verb);
  expect(verbs).toEqual(['organization.made', 'staff.began']);
});

it('makes short names of names in any script, and a number where one is taken', async () => {
  const hub = await testHub();
  const person = await hub.given.account();
  const handleOf = async (name: string) => (await findOrganization(hub.db, await make(hub, person, { name })))?.handle;

  expect(await handleOf('École de la Mer')).toBe('ecole-de-la-mer');
  expect(await handleOf('École de la mer')).toBe('ecole-de-la-mer-2');
  expect(await handleOf('図書館')).toBe('図書館');
  expect(await handleOf('متحف الصناعة')).toBe('متحف-الصناعة');
  expect(await handleOf('New')).toBe('new-organization');
});

it('refuses a chosen short name that another organization has, also when both come at once', async () => {
  const hub = await testHub();
  const person = await hub.given.account();

  const results = await Promise.allSettled(
    [1, 2, 3].map((n) => make(hub, person, { name: `M${n}`, handle: 'Making' })),
  );

  const refused = results.filter((result) => result.status === 'rejected');
  expect(refused.map(({ reason }) => reason.code)).toEqual(['organization.handle-taken', 'organization.handle-taken']);
  expect(await hub.given.rowsOf('tie')).toHaveLength(1);
});

it('keeps a mark as a square PNG, whatever an SVG tries', async () => {
  const hub = await testHub();
  const person = await hub.given.account();
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" onload="alert(1)"><script>alert(2)</script>
    <image href="https://evil.example/pixel.png"/><foreignObject><body/></foreignObject><rect width="40" height="20"/></svg>`;

  const id = await make(hub, person, { logo: Buffer.from(svg) });

  const logoFile = (await findOrganization(hub.db, id))?.logoFile as Id<'fil'>;
  const kept = await hub.files.read(logoFile);
  expect(kept).toMatchObject({ type: 'image/png', isPublic: true });
  expect(kept?.bytes.readUInt32BE(16)).toBe(kept?.bytes.readUInt32BE(20));
  expect(kept?.bytes.toString('latin1')).not.toMatch(/script|evil/);
});

it('makes nothing when the mark is no picture', async () => {
  const hub = await testHub();
  const person = await hub.given.account();

  const attempt = make(hub, person, { logo: await readFile(import.meta.filename) });

  await expect(attempt).rejects.toMatchObject({ code: 'image.not-an-image' });
  expect((await hub.given.rowsOf('actor')).map((row) => ('kind' in row ? row.kind : ''))).toEqual(['person']);
});

it('finds organizations by beginnings of words, in any script, and never by operators', async () => {
  const hub = await testHub();
  const person = await hub.given.account();
  await make(hub, person, { name: 'Harbour City Library', location: 'Rotterdam' });
  await make(hub, person, { name: '東京図書館' });
  await make(hub, person, { name: "O'Neill & Sons: <Lab>" });
  const found = async (q: string) =>
    (await listDirectory(hub.db, { q, page: 1, size: 10, isMember: false })).entries.map(({ name }) => name);

  expect(await found('libr harb')).toEqual(['Harbour City Library']);
  expect(await found('rotter')).toEqual(['Harbour City Library']);
  expect(await found('図書')).toEqual(['東京図書館']);
  expect(await found("o'neill &")).toEqual(["O'Neill & Sons: <Lab>"]);
  expect(await found("' | ! :* <-> )( '")).toEqual([]);
  expect(await found('%')).toEqual([]);
  expect(await found('   ')).toHaveLength(3);
});
