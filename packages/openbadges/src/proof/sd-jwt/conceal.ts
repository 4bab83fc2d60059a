import { BadgeError } from '../../model/badge-error.ts';
import { asArray, isObject, type JsonObject } from '../../model/json.ts';
import { type Disclosure, isReserved, newDisclosure } from './disclosure.ts';

export interface Concealed {
  payload: JsonObject;
  disclosures: Disclosure[];
}

/**
 * A payload with digests in place of what stands at these paths (RFC 9901 §4.2.4): `credentialSubject.address.street`,
 * `phoneNumbers[0]`. The deepest goes first, so that a part can be kept back within a part.
 *
 * Throws `pointer.invalid` and `pointer.missing`.
 */
export function conceal(document: JsonObject, paths: readonly string[], salt: () => Uint8Array): Concealed {
  const payload = structuredClone(document);
  const disclosures: Disclosure[] = [];
  const steps = [...new Set(paths)].map(stepsOf).sort((a, b) => b.length - a.length);
  for (const path of steps) disclosures.push(concealAt(payload, path, salt()));
  if (disclosures.length > 0) payload._sd_alg = 'sha-256';
  return { payload, disclosures };
}

type Step = string | number;

function stepsOf(path: string): Step[] {
  if (!/^[^.[\]]+(\[\d{1,6}\])*(\.[^.[\]]+(\[\d{1,6}\])*)*$/.test(path))
    throw new BadgeError('pointer.invalid', { pointer: path.slice(0, 200) });
  return path.split('.').flatMap((part) => {
    const [name = '', ...indexes] = part.split('[');
    return [name, ...indexes.map((index) => Number.parseInt(index, 10))];
  });
}

function concealAt(payload: JsonObject, path: Step[], salt: Uint8Array): Disclosure {
  const missing = new BadgeError('pointer.missing', { pointer: path.join('.').slice(0, 200) });
  let holder: unknown = payload;
  for (const step of path.slice(0, -1)) holder = childOf(holder, step);
  const last = path.at(-1) as Step;
  const value = childOf(holder, last);
  if (value === undefined) throw missing;
  if (Array.isArray(holder)) {
    const item = newDisclosure(salt, value);
    holder[last as number] = { '...': item.digest };
    return item;
  }
  const member = newDisclosure(salt, value, String(last));
  const object = holder as JsonObject;
  delete object[String(last)];
  // Sorted, so that the order of the digests does not tell what stood where.
  object._sd = [...(asArray(object._sd) as string[]), member.digest].sort();
  return member;
}

function childOf(holder: unknown, step: Step): unknown {
  if (typeof step === 'number') return Array.isArray(holder) ? holder[step] : undefined;
  return isObject(holder) && !isReserved(step) && Object.hasOwn(holder, step) ? holder[step] : undefined;
}
