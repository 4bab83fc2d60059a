import { plainText, string } from '../import/plain-text.ts';
import { isObject } from '../model/json.ts';
import type { KnownIssuer, TrustList } from '../verify/environment.ts';

/**
 * A list in the plain form that anybody can write: `{ name, url?, issuers: [{ id, name?, as?, since? }] }`.
 * Undefined for anything else. Entries without an id know nobody and are left out.
 */
export function plainList(json: unknown): TrustList | undefined {
  if (!isObject(json) || !Array.isArray(json.issuers)) return undefined;
  const name = plainText(json.name);
  if (name === undefined) return undefined;
  return { name, url: string(json.url), issuers: json.issuers.flatMap(issuerIn) };
}

function issuerIn(entry: unknown): KnownIssuer[] {
  const id = isObject(entry) ? string(entry.id) : undefined;
  if (!isObject(entry) || id === undefined) return [];
  return [{ id, name: plainText(entry.name), as: plainText(entry.as), since: string(entry.since) }];
}
