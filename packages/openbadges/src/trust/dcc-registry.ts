import { plainText, string } from '../import/plain-text.ts';
import { isObject } from '../model/json.ts';
import { textOf } from '../model/text-of.ts';
import type { TrustList } from '../verify/environment.ts';

/**
 * A registry of the Digital Credentials Consortium, type `dcc-legacy`: `{ meta, registry: { "<did>": { name, url } } }`.
 * It says neither its own name nor since when; undefined for anything else.
 */
export function dccRegistry(json: unknown, name = 'DCC registry', url?: string): TrustList | undefined {
  if (!isObject(json) || !isObject(json.registry)) return undefined;
  const issuers = Object.entries(json.registry).flatMap(([id, entry]) =>
    isObject(entry) ? [{ id, name: plainText(entry.name) }] : [],
  );
  return { name, url, issuers };
}

/** One entry of the index of registries: either a list, or the trust anchor of an OpenID Federation. */
export interface RegistryEntry {
  name: string;
  kind: 'list' | 'federation';
  url: string;
}

/** More registries than anybody could look up. */
const mostRegistries = 32;

/** The index of known registries that wallets read; undefined for anything else. Entries of unknown types are left out. */
export function registryIndex(json: unknown): RegistryEntry[] | undefined {
  if (!Array.isArray(json) || json.length === 0 || !json.every(isObject)) return undefined;
  if (!json.every(({ name, type }) => typeof name === 'string' && typeof type === 'string')) return undefined;
  return json.slice(0, mostRegistries).flatMap((entry) => {
    const isFederation = entry.type === 'oidf';
    const url = string(isFederation ? entry.trustAnchorEC : entry.url);
    const isKnown = isFederation || entry.type === 'dcc-legacy';
    return isKnown && url !== undefined
      ? [{ name: textOf(entry.name), kind: isFederation ? ('federation' as const) : ('list' as const), url }]
      : [];
  });
}
