import type { Person } from '../kernel/actor.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { HubContext } from './env.ts';

/** The signed-in person; visitors are sent to sign in and come back. */
export function requirePerson(c: HubContext): Person {
  const actor = c.get('actor');
  if (actor.kind !== 'person') throw new Refusal('web.sign-in-needed');
  return actor;
}

export function requireSteward(c: HubContext): Person {
  const person = requirePerson(c);
  if (!person.isSteward) throw new Refusal('web.not-allowed');
  return person;
}

/** A path of this hub to go back to; anything else leads home. */
export function localPath(value: string | undefined, otherwise = '/'): string {
  // browsers drop tabs and line breaks before they read an address, and take a backslash for a slash
  return value && /^\/(?![/\\])/.test(value) && !/\p{Cc}/u.test(value) ? value : otherwise;
}
