import { detectDocument } from '../import/detect-document.ts';
import { upgradeAssertion, upgradeBadgeClass } from '../import/upgrade-assertion.ts';
import type { LinkedDocuments } from '../import/view-of-assertion.ts';
import { BadgeError } from '../model/badge-error.ts';
import type { EvidenceInput } from '../model/build/evidence-class.ts';
import { invalid } from '../model/build/invalid-reasons.ts';
import { asArray, isObject, type JsonObject } from '../model/json.ts';
import { openBadgeCredential, type SubjectInput } from '../model/open-badge-credential.ts';
import type { ProfileInput } from '../model/profile-document.ts';
import { achievementOfBadgeClass } from './achievement-of-badge-class.ts';
import { ConversionNotes, type Converted } from './conversion-notes.ts';
import { profileOfIssuer } from './profile-of-issuer.ts';
import { instantIn, listIn, objectIn, textIn, urlIn } from './read-parts.ts';
import { subjectOfRecipient } from './subject-of-recipient.ts';
import { assertionType } from './vocabulary-links.ts';

/** Never one document for both versions: what is made has ids of its own. */
export interface ToOpenBadges3 {
  /** The id of the new credential. */
  id: string;
  achievementId: string;
  /** Who will sign it; what is left out is taken from the original issuer. */
  issuer: Partial<ProfileInput> & Pick<ProfileInput, 'id'>;
  /** Whom it is about, where the original says that in a way that 3.0 does not know. */
  subject?: Pick<SubjectInput, 'id' | 'identifiers'>;
  /** When the new credential begins to be valid; when the original was issued, unless said. */
  validFrom?: Date;
  /** The documents that the original only names, and where it came from. */
  linked?: LinkedDocuments;
  language?: string;
}

const carried = [
  'id',
  'uid',
  'type',
  'recipient',
  'badge',
  'issuedOn',
  'expires',
  'evidence',
  'narrative',
  'revoked',
  'verification',
  'verify',
];

/**
 * An Open Badges 0.5–2.0 assertion as an unsigned OB 3.0 credential, as the standard's migration guide has it: the
 * original stays what it is, and is named as evidence.
 *
 * Throws BadgeError `convert.not-a-badge`, `convert.revoked`, or `document.invalid` where the original lacks what 3.0
 * needs; then `linked` or the options can say it.
 */
export function toOpenBadges3(original: JsonObject, options: ToOpenBadges3): Converted {
  const { kind, version = '2.0' } = detectDocument(original);
  if (kind !== 'assertion') throw new BadgeError('convert.not-a-badge', { kind });
  if (original.revoked === true) throw new BadgeError('convert.revoked');
  const notes = new ConversionNotes();
  const { language, linked = {} } = options;
  const assertion = upgradeAssertion(original, version, linked.source);
  const badge = upgradeBadgeClass(linked.badge ?? objectIn(assertion.badge));
  const issuer = linked.issuer ?? objectIn(badge.issuer);
  const issuedOn = instantIn(assertion.issuedOn);
  notes.lost(assertion, '', carried, '3.0');
  notes.add(
    '',
    'The original’s signature or place of publication proves nothing about this document: it has to be signed.',
  );
  const evidence = [
    originalAsEvidence(assertion),
    ...asArray(assertion.evidence).map((each) => evidenceOf(each, language)),
  ];
  const document = openBadgeCredential({
    id: options.id,
    issuer: { ...profileOfIssuer(issuer, urlIn(badge.issuer), notes, language), ...options.issuer },
    achievement: achievementOfBadgeClass(badge, urlIn(assertion.badge), options.achievementId, notes, language),
    subject: {
      ...(options.subject ?? subjectOfRecipient(assertion.recipient, notes)),
      narrative: textIn(assertion.narrative, language),
    },
    validFrom: options.validFrom ?? issuedOn ?? invalid('/validFrom', 'missing'),
    awardedDate: issuedOn ?? options.validFrom,
    validUntil: instantIn(assertion.expires),
    evidence: listIn(evidence),
  });
  return { document, notes: notes.notes };
}

function originalAsEvidence(assertion: JsonObject): EvidenceInput | undefined {
  const id = urlIn(assertion);
  if (id === undefined) return undefined;
  return { id, types: [assertionType], name: 'The original assertion', genre: 'Open Badges 2.0' };
}

function evidenceOf(evidence: unknown, language?: string): EvidenceInput | undefined {
  const { name, description, narrative, genre, audience } = isObject(evidence) ? evidence : ({} as JsonObject);
  const found: EvidenceInput = {
    id: urlIn(evidence),
    name: textIn(name, language),
    description: textIn(description, language),
    narrative: textIn(narrative, language),
    genre: textIn(genre, language),
    audience: textIn(audience, language),
  };
  return Object.values(found).some((value) => value !== undefined) ? found : undefined;
}
