import { decodeText } from '../import/decode-text.ts';
import { plainText, string } from '../import/plain-text.ts';
import { isObject, type JsonObject } from '../model/json.ts';
import { textOf } from '../model/text-of.ts';
import type { Federation, KnownIssuer, TrustList } from '../verify/environment.ts';
import type { Outside } from '../verify/outside.ts';
import { entityStatement } from './entity-statement.ts';

const wellKnown = '/.well-known/openid-federation';
const accept = 'application/entity-statement+jwt';

/**
 * The trust anchor of an OpenID Federation (1.0 §9): its configuration, signed by itself, at its own https address.
 * Its members are asked for one at a time, see `federatedIssuer`.
 */
export async function openidFederation(url: string, name: string, outside: Outside): Promise<TrustList> {
  const list: TrustList = { name, url, origin: 'signed', issuers: [] };
  if (!url.startsWith('https://')) return { ...list, trouble: 'not-authentic' };
  const anchor = url.endsWith(wellKnown) ? url.slice(0, -wellKnown.length) : url.replace(/\/$/, '');
  const answer = await outside.get(`${anchor}${wellKnown}`, 'trust', accept);
  if (!answer.ok) return { ...list, trouble: 'unreachable' };
  const token = decodeText(answer.body) ?? '';
  const claims = await statementOf(token, anchor, outside);
  if (!claims) return { ...list, trouble: 'not-authentic' };
  const fetchEndpoint = string(federationEntity(claims).federation_fetch_endpoint);
  if (!fetchEndpoint?.startsWith('https://') || !URL.canParse(fetchEndpoint)) return { ...list, trouble: 'not-a-list' };
  const federation = { anchor: textOf(claims.iss), fetchEndpoint, jwks: isObject(claims.jwks) ? claims.jwks : {} };
  return { ...list, federation };
}

/** Entity identifiers are written with and without a slash at the end. */
async function statementOf(token: string, anchor: string, { now, tools }: Outside): Promise<JsonObject | undefined> {
  const plain = await entityStatement(token, { iss: anchor, sub: anchor, now }, tools);
  return plain ?? entityStatement(token, { iss: `${anchor}/`, sub: `${anchor}/`, now }, tools);
}

/**
 * What the anchor says about an issuer (OpenID Federation 1.0 §8.1): a member, or nobody it knows.
 * `not-asked` when no answer came that the anchor signed.
 */
export async function federatedIssuer(
  { anchor, fetchEndpoint, jwks }: Federation,
  issuer: string,
  outside: Outside,
): Promise<KnownIssuer | 'unknown' | 'not-asked'> {
  const url = new URL(fetchEndpoint);
  url.searchParams.set('sub', issuer);
  const answer = await outside.get(url.href, 'trust', accept);
  if (!answer.ok) return answer.failure === 'not-found' ? 'unknown' : 'not-asked';
  const token = decodeText(answer.body) ?? '';
  const claims = await entityStatement(token, { iss: anchor, sub: issuer, now: outside.now, jwks }, outside.tools);
  if (!claims) return 'not-asked';
  const { organization_name: name } = federationEntity(claims);
  return { id: issuer, name: plainText(name) };
}

function federationEntity(claims: JsonObject): JsonObject {
  const metadata = isObject(claims.metadata) ? claims.metadata : {};
  return isObject(metadata.federation_entity) ? metadata.federation_entity : {};
}
