import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Person } from '../apps/hub/src/kernel/actor.ts';
import type { App } from '../apps/hub/src/kernel/app.ts';
import type { Config } from '../apps/hub/src/kernel/config.ts';
import { listen } from '../apps/hub/src/listen.ts';
import { changeState, defineAchievement } from '../apps/hub/src/modules/achievements/index.ts';
import { insertActor } from '../apps/hub/src/modules/actors/index.ts';
import { awardAchievement } from '../apps/hub/src/modules/awards/index.ts';
import { acceptAward } from '../apps/hub/src/modules/backpack/index.ts';
import { openHub } from '../apps/hub/src/open-hub.ts';
import { repositoryPath } from '../apps/hub/src/platform/paths.ts';
import { makeServer } from '../apps/hub/src/server.ts';

/** A hub of its own with public badges, for `pages.mjs`: says where it is, and stops when its parent does. */
const [signed = 200, stored = 0] = process.argv.slice(2).map(Number);
const data = mkdtempSync(join(tmpdir(), 'badge-alliance-bench-'));
const config: Config = {
  mode: 'production',
  host: '127.0.0.1',
  port: 5190,
  portFixed: false,
  data,
  mailFrom: 'Badge Alliance <badges@hub.example>',
  fetchAllow: [],
  logLevel: 'error',
  trustedProxies: 0,
  uploadLimit: 20 * 1024 * 1024,
  undoSeconds: 60,
  unclaimedDays: 365,
};
const { app, close } = await openHub({ config, base: 'https://hub.example', say: () => undefined });
const server = makeServer(app, repositoryPath('apps/hub/dist/assets'));
const paths = await fill(app, signed);
if (stored > 0) await copyCredentials(app, stored);
const listening = await listen(config, () => (request, env) => server.fetch(request, env as object));
process.send?.({ address: `http://127.0.0.1:${listening.port}`, paths });
process.on('disconnect', async () => {
  await listening.close();
  await close();
  rmSync(data, { recursive: true, force: true });
  process.exit(0);
});

async function fill(hub: App, count: number): Promise<string[]> {
  const [issuerId, personId] = [hub.newId('org'), hub.newId('per')];
  await hub.db.transaction().execute(async (tx) => {
    const createdAt = hub.clock();
    await insertActor(tx, { id: hub.newId('hub'), kind: 'hub', name: 'Badge Alliance', createdAt });
    await insertActor(tx, { id: issuerId, kind: 'organization', name: 'Harbour City Library', createdAt });
    await insertActor(tx, { id: personId, kind: 'person', name: 'Mireille Tanagra', createdAt });
  });
  const staff: Person['staff'] = [{ organizationId: issuerId, roles: ['owner', 'issuer'] }];
  const person: Person = {
    kind: 'person',
    personId,
    accountId: hub.newId('acc'),
    name: 'Mireille Tanagra',
    isSteward: false,
    staff,
    emails: [],
  };
  const { id } = await defineAchievement(hub, person, issuerId, {
    name: 'Oral history interviewer',
    description: 'Can sit down with a stranger, listen for an hour, and leave a recording that others can use.',
    criteria: [{ text: 'Prepares questions from a source' }, { text: 'Lets the speaker lead' }],
    tags: ['listening', 'archives'],
    alignments: [{ targetName: 'conduct research interview', targetUrl: 'https://skills.example/interview' }],
    design: { shape: 'scallop', ground: 'full', icon: 'cassette', primary: '#1b2a5c', secondary: '#f5b71a' },
    imageAlt: 'A cassette on a navy rosette',
  });
  await changeState(hub, person, id, 'publish');
  const recipients = Array.from({ length: count }, (_, at) => ({
    name: `Recipient ${at}`,
    email: `recipient-${at}@example.org`,
    narrative: 'Five interviews with people who worked in the harbour before 1980.',
    evidence: [{ url: 'https://archive.example/crane', name: 'The crane had a name' }],
  }));
  const awards = await awardAchievement(hub, person, { achievementId: id, recipients });
  for (const award of awards) await acceptAward(hub, person, award.id, 'public');
  const rows = await hub.db.selectFrom('credential').select('id').execute();
  return rows.map((row) => `/credentials/${row.id}`);
}

/** Rows that nobody asks for, so that the table is as large as it gets. */
async function copyCredentials({ db }: App, count: number): Promise<void> {
  await sql`
    insert into award (id, achievement, issuer, state, awarded_at, send_at, state_changed_at, claimed_at, created_at)
    select 'awd_copy' || n, achievement, issuer, 'claimed', awarded_at, send_at, state_changed_at, claimed_at, created_at
    from (select * from award limit 1) a, generate_series(1, ${count}::int) n`.execute(db);
  await sql`
    insert into credential (id, award, achievement, issuer, status_list, status_index, document, sha256, issued_at)
    select 'crd_copy' || n, 'awd_copy' || n, achievement, issuer, status_list, 200000 + n, document, sha256, issued_at
    from (select * from credential limit 1) c, generate_series(1, ${count}::int) n`.execute(db);
  await sql`analyze`.execute(db);
}
