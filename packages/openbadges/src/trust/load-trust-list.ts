import { decodeText } from '../import/decode-text.ts';
import { parseJson } from '../import/parse-json.ts';
import { BadgeError } from '../model/badge-error.ts';
import { webTools } from '../proof/web-tools.ts';
import type { Environment, TrustList } from '../verify/environment.ts';
import { type Outside, outsideOf } from '../verify/outside.ts';
import { dccRegistry, type RegistryEntry, registryIndex } from './dcc-registry.ts';
import { openidFederation } from './openid-federation.ts';
import { plainList } from './plain-list.ts';
import { recognizedEntities } from './recognized-entities.ts';
import { trustServiceList } from './trust-service-list.ts';

const accept =
  'application/vc, application/vc+ld+json, application/json, application/entity-statement+jwt;q=0.8, text/plain;q=0.5';

/**
 * Loads a list of known issuers from its https address or its text, in any of the forms there are: plain JSON, a
 * registry or the index of registries of the Digital Credentials Consortium, W3C Recognized Entities (signed), a list of
 * trust services, or the trust anchor of an OpenID Federation.
 *
 * Of an index every registry is loaded; one that cannot be used says so in `trouble` and knows nobody.
 * Throws `trust.not-a-list` for what is none of these, `trust.unreachable` when the address itself gives no answer.
 */
export async function loadTrustList(source: string, environment: Environment): Promise<TrustList[]> {
  const outside = outsideOf({ ...environment, tools: environment.tools ?? webTools() });
  const text = source.trim();
  if (!isAddress(text)) return required(await listsIn(new TextEncoder().encode(text), { origin: 'given' }, outside));
  if (isConfiguration(text)) return [await openidFederation(text, new URL(text).host, outside)];
  const answer = await outside.get(text, 'trust', accept);
  if (!answer.ok) throw new BadgeError('trust.unreachable', { url: text, failure: answer.failure });
  return required(await listsIn(answer.body, { origin: originOf(text), url: text }, outside));
}

function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
}

function isConfiguration(url: string): boolean {
  return url.endsWith('/.well-known/openid-federation');
}

/** Without https anybody on the way can have written it. */
function originOf(url: string): TrustList['origin'] {
  return url.startsWith('https://') ? 'fetched' : 'given';
}

type Origin = Pick<TrustList, 'origin' | 'url'> & { name?: string };

async function listsIn(body: Uint8Array, from: Origin, outside: Outside): Promise<TrustList[] | undefined> {
  const signed = await recognizedEntities(body, outside);
  if (signed) return [signed];
  const text = decodeText(body);
  const parsed = text === undefined ? undefined : parseJson(text);
  if (!parsed?.ok) return undefined;
  const index = registryIndex(parsed.json);
  if (index) return registriesOf(index, outside);
  const list =
    plainList(parsed.json) ??
    dccRegistry(parsed.json, from.name ?? nameFrom(from.url), from.url) ??
    trustServiceList(parsed.json, outside.now);
  return list && [{ ...list, url: list.url ?? from.url, origin: from.origin }];
}

function nameFrom(url: string | undefined): string | undefined {
  return url === undefined ? undefined : new URL(url).host;
}

async function registriesOf(index: RegistryEntry[], outside: Outside): Promise<TrustList[]> {
  const lists: TrustList[] = [];
  for (const { kind, name, url } of index) {
    if (kind === 'federation') lists.push(await openidFederation(url, name, outside));
    else lists.push(await registryAt(name, url, outside));
  }
  return lists;
}

async function registryAt(name: string, url: string, outside: Outside): Promise<TrustList> {
  const origin = originOf(url);
  const answer = await outside.get(url, 'trust', accept);
  if (!answer.ok) return { name, url, origin, issuers: [], trouble: 'unreachable' };
  const text = decodeText(answer.body);
  const parsed = text === undefined ? undefined : parseJson(text);
  const list = parsed?.ok ? dccRegistry(parsed.json, name, url) : undefined;
  return list ? { ...list, origin } : { name, url, origin, issuers: [], trouble: 'not-a-list' };
}

function required(lists: TrustList[] | undefined): TrustList[] {
  if (!lists) throw new BadgeError('trust.not-a-list');
  return lists;
}
