import { detectDocument } from '../import/detect-document.ts';
import type { LinkedDocuments } from '../import/view-of-assertion.ts';
import { BadgeError } from '../model/badge-error.ts';
import { invalid } from '../model/build/invalid-reasons.ts';
import { isUrl } from '../model/is-url.ts';
import { asArray, isObject, type JsonObject } from '../model/json.ts';
import { withoutAbsent } from '../model/without-absent.ts';
import { assertionOf, dateOf } from './assertion-of.ts';
import { badgeClassOfAchievement } from './badge-class-of-achievement.ts';
import { ConversionNotes, type Converted } from './conversion-notes.ts';
import { issuerOfProfile } from './issuer-of-profile.ts';
import { olderToOpenBadges2 } from './older-to-open-badges-2.ts';
import { objectIn, textIn, urlIn } from './read-parts.ts';
import { recipientOfSubject } from './recipient-of-subject.ts';
import { credentialType, version3 } from './vocabulary-links.ts';

/** Never one document for both versions: what is made has addresses of its own. */
export interface ToOpenBadges2 {
  /** The address where the assertion will lie, or `urn:uuid:…` for one that is signed. */
  id: string;
  badgeId: string;
  /** What 2.0 asks of an issuer and 3.0 does not; taken from the profile unless said. */
  issuer?: { id?: string; url?: string; email?: string };
  /** The picture of the badge, which 2.0 needs; the achievement's unless said. */
  image?: string;
  /** The address of the key for one that will be signed; else it is hosted. */
  creator?: string;
  /** Of an assertion before 2.0: the documents that it only names, and where it came from. */
  linked?: LinkedDocuments;
  language?: string;
}

const carried = [
  'id',
  'type',
  'name',
  'issuer',
  'validFrom',
  'validUntil',
  'issuanceDate',
  'expirationDate',
  'awardedDate',
  'credentialSubject',
  'evidence',
];
const carriedSubject = ['id', 'type', 'identifier', 'achievement', 'narrative'];

/**
 * An OB 3.0 credential, or an assertion before 2.0, as an Open Badges 2.0 assertion with its badge class and issuer in
 * it, ready to be hosted or signed. The original stays what it is, and is related to.
 *
 * Throws BadgeError `convert.not-a-badge`, `convert.revoked`, or `document.invalid` where the original lacks what 2.0
 * needs; then the options can say it.
 */
export function toOpenBadges2(original: JsonObject, options: ToOpenBadges2): Converted {
  const { kind, version } = detectDocument(original);
  if (kind === 'assertion') return olderToOpenBadges2(original, version ?? '2.0', options);
  if (kind !== 'credential') throw new BadgeError('convert.not-a-badge', { kind });
  const notes = new ConversionNotes();
  const { language } = options;
  const subject = objectIn(original.credentialSubject);
  const achievement = objectIn(subject.achievement);
  notes.lost(original, '', carried, '2.0');
  notes.lost(subject, '/credentialSubject', carriedSubject, '2.0');
  notes.add('/proof', 'The original’s proof says nothing about this document: it has to be hosted or signed.');
  const issuer = issuerOfProfile(original.issuer, options.issuer, notes, language);
  const document = assertionOf(options, {
    recipient: recipientOfSubject(subject, notes),
    badge: badgeClassOfAchievement(achievement, issuer, options, notes),
    issuedOn:
      dateOf(original.awardedDate ?? original.validFrom ?? original.issuanceDate) ?? invalid('/issuedOn', 'missing'),
    expires: dateOf(original.validUntil ?? original.expirationDate),
    narrative: textIn(subject.narrative, language),
    evidence: asArray(original.evidence).flatMap((each) => evidenceOf(each, language)),
    related: isUrl(original.id) ? [{ id: original.id, type: [credentialType], version: version3 }] : [],
  });
  return { document, notes: notes.notes };
}

function evidenceOf(evidence: unknown, language?: string): JsonObject[] {
  if (!isObject(evidence)) return [];
  const { name, description, narrative, genre, audience } = evidence;
  const found = withoutAbsent({
    id: urlIn(evidence),
    name: textIn(name, language),
    description: textIn(description, language),
    narrative: textIn(narrative, language),
    genre: textIn(genre, language),
    audience: textIn(audience, language),
  });
  return Object.keys(found).length > 0 ? [found] : [];
}
