import { BadgeError } from './badge-error.ts';

/** The names in a JSON pointer (RFC 6901 §3, §4); none for the whole document. Throws `pointer.invalid`. */
export function parseJsonPointer(pointer: string): string[] {
  if (pointer === '') return [];
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) {
    throw new BadgeError('pointer.invalid', { pointer: pointer.slice(0, 200) });
  }
  const names = pointer.slice(1).split('/');
  return names.map((name) => (name.includes('~') ? name.replaceAll('~1', '/').replaceAll('~0', '~') : name));
}

/** One step into a document (RFC 6901 §4); undefined where there is nothing of that name. */
export function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  if (Array.isArray(value)) return /^(0|[1-9]\d*)$/.test(name) ? value[Number(name)] : undefined;
  return (value as Record<string, unknown>)[name];
}

/** The pointer to a member or item of what another pointer leads to (RFC 6901 §3). */
export function pointerInto(pointer: string, member: PropertyKey): string {
  return `${pointer}/${String(member).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Whether a document has something at this place. Throws `pointer.invalid`. */
export function hasPointer(document: unknown, pointer: string): boolean {
  return parseJsonPointer(pointer).reduce(memberOf, document) !== undefined;
}
