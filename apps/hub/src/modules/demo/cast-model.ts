import { achievements } from './content/achievements.ts';
import { alliance } from './content/alliance.ts';
import { organizations } from './content/organizations.ts';
import { people } from './content/people.ts';
import { workingGroups } from './content/working-groups.ts';
import { emailOf, type PersonKey } from './model.ts';

export function personOf(key: PersonKey): { name: string; email: string; joined: number } {
  const person = people.find((one) => one.key === key);
  if (!person) throw new Error(`Nobody is called ${key}`);
  return { name: person.name, email: emailOf(person, organizations), joined: person.joined };
}

/** Who answers for an achievement's issuer: whoever designed the badge may have left since, the owner stays. */
export function ownerOf(achievement: string): PersonKey {
  const issuer = achievements.find(({ key }) => key === achievement)?.issuer;
  const home = [...organizations, ...workingGroups].find(({ key }) => key === issuer);
  return home?.staff[0]?.person ?? alliance.steward;
}
