import { plainText, string } from '../import/plain-text.ts';
import { asArray, isObject, type JsonObject } from '../model/json.ts';
import { textOf } from '../model/text-of.ts';
import type { KnownIssuer, TrustList } from '../verify/environment.ts';

/**
 * A list of trust services as JSON, in the words of ETSI TS 119 612 that the W3C's list of use cases also has: the DIDs
 * of every active service. Undefined for anything else.
 */
export function trustServiceList(json: unknown, now: Date): TrustList | undefined {
  if (!isObject(json) || !isObject(json.ListOperatorInformation)) return undefined;
  if (!Array.isArray(json.TrustServiceProviderList)) return undefined;
  const { ListName, ListOperatorName, LOWebSite, NextUpdate } = json.ListOperatorInformation;
  const name = plainText(ListName) ?? plainText(ListOperatorName) ?? 'Trust service list';
  const url = string(LOWebSite);
  const isOver = NextUpdate !== undefined && !(Date.parse(textOf(NextUpdate)) > now.getTime());
  if (isOver) return { name, url, trouble: 'outdated', issuers: [] };
  return { name, url, issuers: json.TrustServiceProviderList.flatMap(issuersOf) };
}

function issuersOf(entry: unknown): KnownIssuer[] {
  const provider = objectIn(entry, 'TrustServiceProvider');
  const name = plainText(objectIn(provider, 'TSPInfo')?.TSPName);
  return asArray(provider?.TSPServices).flatMap((service) => {
    const found = objectIn(service, 'TSPService');
    if (found?.ServiceCurrentStatus !== 'Active') return [];
    const ids = asArray(found.ServiceDigitalIdentity)
      .map((identity) => (isObject(identity) ? string(identity.DID) : undefined))
      .filter((id) => id !== undefined);
    return ids.map((id) => ({ id, name, as: plainText(found.ServiceName), since: string(found.StatusStartingTime) }));
  });
}

function objectIn(value: unknown, member: string): JsonObject | undefined {
  const inner = isObject(value) ? value[member] : undefined;
  return isObject(inner) ? inner : undefined;
}
