import { asArray, isObject, type JsonObject } from '../model/json.ts';
import type { BadgeVersion } from '../verify/report.ts';

/** What a document can be. `assertion` is a badge before 3.0, `other-credential` a credential that is no badge. */
export type DocumentKind =
  | 'credential'
  | 'endorsement'
  | 'clr'
  | 'presentation'
  | 'enveloped'
  | 'other-credential'
  | 'assertion'
  | 'not-a-badge';

/** What a document is; `version` for badges, `envelope` for credentials. */
export interface DetectedDocument {
  kind: DocumentKind;
  version?: BadgeVersion;
  envelope?: 'vc-1.1' | 'vc-2.0';
}

/** Which kind and version of document this is, by its contexts and members (STANDARDS §2.1). */
export function detectDocument(document: unknown): DetectedDocument {
  if (!isObject(document)) return { kind: 'not-a-badge' };
  const contexts = asArray(document['@context']).filter((context) => typeof context === 'string');
  const envelope = envelopeOf(contexts);
  const types = typesOf(document);
  if (envelope || types.some((type) => type.startsWith('Verifiable'))) return { ...credentialKind(types), envelope };
  if (contexts.some((context) => /\bopenbadges\/v2\b|\/ob\/v2p[01]\//.test(context))) return older('2.0', document);
  if (contexts.some((context) => /\bopenbadges\/v1\b/.test(context))) return older('1.1', document);
  if (types.includes('Assertion')) return older('2.0', document);
  if (typeof document.recipient === 'string' && isObject(document.badge)) return older('0.5', document);
  return older('1.0', document);
}

export function typesOf(document: JsonObject): string[] {
  return asArray(document.type ?? document['@type']).filter((type) => typeof type === 'string');
}

function envelopeOf(contexts: string[]): DetectedDocument['envelope'] {
  if (contexts.some((context) => /^https?:\/\/www\.w3\.org\/ns\/credentials\/v2\/?$/.test(context))) return 'vc-2.0';
  if (contexts.some((context) => /^https?:\/\/www\.w3\.org\/2018\/credentials\/v1\/?$/.test(context))) return 'vc-1.1';
  return undefined;
}

function credentialKind(types: string[]): DetectedDocument {
  if (types.some((type) => type.startsWith('Enveloped'))) return { kind: 'enveloped' };
  if (types.includes('VerifiablePresentation')) return { kind: 'presentation' };
  if (types.includes('ClrCredential')) return { kind: 'clr' };
  if (types.includes('EndorsementCredential')) return { kind: 'endorsement', version: '3.0' };
  const isBadge = types.includes('OpenBadgeCredential') || types.includes('AchievementCredential');
  return isBadge ? { kind: 'credential', version: '3.0' } : { kind: 'other-credential' };
}

/** A revoked assertion may be as little as `{ id, revoked: true }` (OB 2.0). */
function older(version: BadgeVersion, document: JsonObject): DetectedDocument {
  const isAssertion = document.badge !== undefined || document.recipient !== undefined || document.revoked === true;
  return isAssertion ? { kind: 'assertion', version } : { kind: 'not-a-badge', version: undefined };
}
