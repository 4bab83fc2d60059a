import { asArray, isObject, type JsonObject } from '../model/json.ts';
import { textOf } from '../model/text-of.ts';
import type { BadgeVersion } from '../verify/report.ts';

/**
 * An older assertion in the words of Open Badges 2.0, for reading only (STANDARDS §2.5).
 * `source` is the address it came from, which is the identity of a 0.5 badge.
 */
export function upgradeAssertion(document: JsonObject, version: BadgeVersion, source?: string): JsonObject {
  if (version === '0.5') return upgradeFrom05(document, source);
  const verification = document.verification ?? document.verify;
  const upgraded = { ...document, verification, ...dates(document) };
  if (version !== '1.0') return upgraded;
  const isSigned = isObject(verification) && verification.type === 'signed';
  const hostedAt = isObject(verification) && typeof verification.url === 'string' ? verification.url : source;
  const id = isSigned ? `uid:${textOf(document.uid)}` : hostedAt;
  return { ...upgraded, id: document.id ?? id, type: 'Assertion' };
}

/** A 1.x badge class in the words of 2.0: only the names inside the alignments differ. */
export function upgradeBadgeClass(badge: JsonObject): JsonObject {
  if (badge.alignment === undefined) return badge;
  const alignment = asArray(badge.alignment)
    .filter(isObject)
    .map((each) => ({
      ...each,
      targetName: each.targetName ?? each.name,
      targetUrl: each.targetUrl ?? each.url,
      targetDescription: each.targetDescription ?? each.description,
    }));
  return { ...badge, alignment };
}

/** ISO 8601 with a zone, from what older badges write: Unix seconds, a day, or an instant without a zone. */
export function isoInstant(value: unknown): string | undefined {
  if (typeof value === 'number' || (typeof value === 'string' && /^\d{9,11}(\.\d+)?$/.test(value))) {
    return fromUnixSeconds(Number(value));
  }
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return `${text}T00:00:00Z`;
  if (/^\d{4}-\d{2}-\d{2}[T ][\d:.]+$/.test(text)) return `${text.replace(' ', 'T')}Z`;
  return text;
}

function fromUnixSeconds(seconds: number): string | undefined {
  // The range in which ECMAScript has dates at all.
  return Math.abs(seconds) < 8.64e12 ? new Date(seconds * 1000).toISOString() : undefined;
}

function dates(document: JsonObject): JsonObject {
  const found: JsonObject = {};
  for (const member of ['issuedOn', 'expires']) {
    if (document[member] !== undefined) found[member] = isoInstant(document[member]) ?? document[member];
  }
  return found;
}

function upgradeFrom05(document: JsonObject, source: string | undefined): JsonObject {
  const { recipient, salt, issued_on: issuedOn, expires, badge, evidence } = document;
  const identity = textOf(recipient);
  return {
    id: source,
    type: 'Assertion',
    recipient: { type: 'email', hashed: !identity.includes('@'), identity, salt },
    verification: { type: 'HostedBadge' },
    badge: isObject(badge) ? upgradeEmbeddedBadge(badge) : badge,
    evidence,
    ...dates({ issuedOn, expires }),
  };
}

function upgradeEmbeddedBadge(badge: JsonObject): JsonObject {
  const issuer = isObject(badge.issuer) ? badge.issuer : {};
  const { origin, org, contact, name } = issuer;
  const absolute = (address: unknown) => absoluteAddress(address, origin);
  return {
    ...badge,
    type: 'BadgeClass',
    image: absolute(badge.image),
    criteria: absolute(badge.criteria),
    issuer: {
      ...issuer,
      type: 'Profile',
      id: origin,
      url: origin,
      email: contact,
      name: org ? `${name}: ${org}` : name,
    },
  };
}

/** In 0.5 the addresses of image and criteria may be relative to the issuer's origin. */
function absoluteAddress(address: unknown, origin: unknown): unknown {
  if (typeof address !== 'string' || typeof origin !== 'string' || !URL.canParse(address, origin)) return address;
  return new URL(address, origin).href;
}
