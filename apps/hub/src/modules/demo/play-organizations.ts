import { record } from '../../kernel/event.ts';
import { beginRoles, makeOrganization, setStaffRoles } from '../organizations/index.ts';
import { momentOf } from './calendar-model.ts';
import { organizations } from './content/organizations.ts';
import { workingGroups } from './content/working-groups.ts';
import type { DemoOrganization, DemoStaff } from './model.ts';
import { organizationOf } from './play-people.ts';
import { type Act, actingAs, of, type Stage } from './stage.ts';

/** Organizations and working groups are made, and their staff comes and goes. */
export function organizationActs(now: Date): Act[] {
  return [...organizations, ...workingGroups].flatMap((organization) => [
    { at: momentOf(now, organization.joined), play: (stage: Stage) => make(stage, organization) },
    ...organization.staff.slice(1).flatMap((staff) => staffActs(now, organization, staff)),
  ]);
}

async function make(stage: Stage, { key, name, summary, domain, location, links, staff }: DemoOrganization) {
  const [first] = staff;
  if (!first) throw new Error(`${key} has nobody`);
  const person = await actingAs(stage, first.person);
  const website = `https://${domain}`;
  const input = { name, handle: key, summary, website, location, links: links ?? [], lang: 'en', demo: true };
  stage.issuers.set(key, await makeOrganization(stage.app, person, input));
  const others = first.roles.filter((role) => role !== 'owner');
  if (others.length > 0) await begin(stage, key, { ...first, roles: others }, first.person);
}

function staffActs(now: Date, { key, staff }: DemoOrganization, member: DemoStaff): Act[] {
  const owner = staff[0]?.person ?? '';
  const comes: Act = { at: momentOf(now, member.from), play: (stage) => begin(stage, key, member, owner) };
  if (member.until === undefined) return [comes];
  const goes: Act = {
    at: momentOf(now, member.until),
    async play(stage) {
      const change = { personId: of(stage.people, member.person), roles: [] };
      await setStaffRoles(stage.app, await actingAs(stage, owner), organizationOf(stage, key), change);
    },
  };
  return [comes, goes];
}

async function begin(stage: Stage, key: string, { person, roles }: DemoStaff, owner: string): Promise<void> {
  const { app, tx } = stage;
  const [organizationId, personId] = [organizationOf(stage, key), of(stage.people, person)];
  const by = await actingAs(stage, owner);
  await beginRoles(tx, () => app.newId('tie'), { organizationId, personId, roles, by: by.personId, at: app.clock() });
  await record(app, tx, { verb: 'staff.began', by, about: organizationId, data: { person: personId, roles } });
}
