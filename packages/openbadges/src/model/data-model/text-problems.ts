import { isObject, type JsonObject } from '../json.ts';
import type { FoundProblems } from './found-problems.ts';

const members = ['name', 'description'] as const;

/** VC 2.0 §4.6, §11.1: a text, a language value object, or several of these. */
export function textProblems(object: JsonObject, pointer: string, found: FoundProblems) {
  for (const member of members) {
    const value = object[member];
    if (value === undefined || typeof value === 'string') continue;
    const isGood = Array.isArray(value) ? value.length > 0 && value.every(isText) : isText(value);
    if (!isGood) found.add('model.text-malformed', `${pointer}/${member}`, { member });
  }
}

function isText(value: unknown): boolean {
  if (typeof value === 'string') return true;
  if (!isObject(value) || typeof value['@value'] !== 'string') return false;
  return Object.entries(value).every(([key, part]) => {
    if (key === '@direction') return part === 'ltr' || part === 'rtl';
    return (
      key === '@value' || (key === '@language' && typeof part === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/i.test(part))
    );
  });
}
