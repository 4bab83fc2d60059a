import { isObject } from '../model/json.ts';
import { pointerInto } from '../model/json-pointer.ts';

/** A JSON pointer to each member and item of a document, at any depth, except to its contexts. */
export function pointersOf(value: unknown, at = ''): string[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => [`${at}/${index}`, ...pointersOf(item, `${at}/${index}`)]);
  if (!isObject(value)) return [];
  return Object.entries(value)
    .filter(([name]) => name !== '@context')
    .flatMap(([name, member]) => {
      const pointer = pointerInto(at, name);
      return [pointer, ...pointersOf(member, pointer)];
    });
}
