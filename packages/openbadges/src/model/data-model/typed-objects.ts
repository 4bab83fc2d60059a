import { isUrl } from '../is-url.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { FoundProblems } from './found-problems.ts';

/** What a member that names other things must say of each of them. */
export interface TypedMember {
  member: string;
  /** Whether each has to have an id; one that is there is a URL in any case. */
  needsId: boolean;
}

/** More than any real document has under one member; what lies beyond is not looked at. */
export const mostItems = 1000;

/** Visits the objects of a member that may be one or many (VC 2.0 §4.5: each says its type). */
export function typedObjects(
  document: JsonObject,
  { member, needsId }: TypedMember,
  found: FoundProblems,
  visitType: (type: string, pointer: string) => void,
) {
  eachObject(document, member, found, (each, pointer) => {
    checkId(each, pointer, member, needsId, found);
    checkTypes(each, pointer, member, found, visitType);
  });
}

/** Every object of a member that is present; anything else in it is a problem, as is an empty list. */
export function eachObject(
  document: JsonObject,
  member: string,
  found: FoundProblems,
  visit: (each: JsonObject, pointer: string) => void,
) {
  const value = document[member];
  if (value === undefined) return;
  if (isObject(value)) return visit(value, `/${member}`);
  if (!Array.isArray(value) || value.length === 0) return found.add('model.not-objects', `/${member}`, { member });
  if (value.length > mostItems) return found.add('model.too-many', `/${member}`, { member });
  for (const [at, each] of value.entries()) {
    if (isObject(each)) visit(each, `/${member}/${at}`);
    else found.add('model.not-objects', `/${member}/${at}`, { member });
  }
}

/** VC 2.0 §4.4: an id is one URL. */
export function checkId(object: JsonObject, pointer: string, member: string, needsId: boolean, found: FoundProblems) {
  if (object.id === undefined) {
    if (needsId) found.add('model.id-missing', `${pointer}/id`, { member });
  } else if (!isUrl(object.id)) found.add('model.id-not-a-url', `${pointer}/id`, { member });
}

export function checkTypes(
  object: JsonObject,
  pointer: string,
  member: string,
  found: FoundProblems,
  visitType: (type: string, pointer: string) => void,
) {
  const { type } = object;
  if (type === undefined || (Array.isArray(type) && type.length === 0)) {
    return found.add('model.type-missing', `${pointer}/type`, { member });
  }
  const types = Array.isArray(type) ? type : [type];
  if (types.length > mostItems) return found.add('model.too-many', `${pointer}/type`, { member: 'type' });
  for (const each of types) {
    if (typeof each === 'string' && each !== '' && !/\s/.test(each)) visitType(each, `${pointer}/type`);
    else found.add('model.type-malformed', `${pointer}/type`, { member });
  }
}
