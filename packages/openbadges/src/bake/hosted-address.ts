import { parseJson } from '../import/parse-json.ts';
import { isObject } from '../model/json.ts';

/** Where a hosted assertion lies: its id (OB 2.0), or what its `verify` names (OB 1.x); undefined when neither says. */
export function hostedAddress(json: string): string | undefined {
  const parsed = parseJson(json);
  if (!parsed.ok || !isObject(parsed.json)) return undefined;
  const { id, verify } = parsed.json;
  const candidates = [id, isObject(verify) ? verify.url : undefined];
  return candidates.find((each): each is string => typeof each === 'string' && /^https?:\/\//i.test(each));
}
