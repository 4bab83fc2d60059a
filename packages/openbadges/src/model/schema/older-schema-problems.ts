import type * as z from 'zod/mini';
import { isUnbounded } from '../../canon/bound-document.ts';
import { asArray, isObject, type JsonObject } from '../json.ts';
import { openBadges1Schemas, openBadges05Schemas } from './open-badges-1-schemas.ts';
import { openBadges2Schemas } from './open-badges-2-schemas.ts';
import { problemsOfIssues, type SchemaProblem, schemaProblem } from './problems-of-issues.ts';

/** The versions before 3.0, as their documents are told apart. */
export type OlderVersion = '0.5' | '1.0' | '1.1' | '2.0';

/** What a document before Open Badges 3.0 may be checked as; the last three are of 2.0 only. */
export type OlderKind = 'assertion' | 'badge-class' | 'issuer' | 'profile' | 'endorsement' | 'revocation-list';

/**
 * What an older version of Open Badges says against a document; empty when it conforms. A kind that the version does not
 * have is checked as that of 2.0.
 */
export function olderSchemaProblems(
  document: unknown,
  version: OlderVersion,
  kind: OlderKind = 'assertion',
): SchemaProblem[] {
  if (isUnbounded(document)) return [schemaProblem('schema.too-complex', [])];
  const parsed = schemaOf(document, version, kind).safeParse(document);
  const problems = parsed.success ? [] : problemsOfIssues(parsed.error.issues, document);
  return problems.length > 0 || !isObject(document) ? problems : rulesInProse(document, version, kind);
}

function schemaOf(document: unknown, version: OlderVersion, kind: OlderKind): z.ZodMiniType {
  const newest = openBadges2Schemas();
  const isRevoked = version === '2.0' && isObject(document) && document.revoked === true;
  const classes = version === '0.5' ? openBadges05Schemas() : version === '2.0' ? newest : openBadges1Schemas(version);
  const schemas: Record<OlderKind, z.ZodMiniType> = {
    assertion: isRevoked ? newest.RevokedAssertion : classes.Assertion,
    'badge-class': classes.BadgeClass,
    issuer: classes.Issuer,
    profile: newest.Profile,
    endorsement: newest.Endorsement,
    'revocation-list': newest.RevocationList,
  };
  return schemas[kind];
}

/** OB 2.0, what no schema says: verification has two names, criteria say something, hashes look like hashes. */
function rulesInProse(document: JsonObject, version: OlderVersion, kind: OlderKind): SchemaProblem[] {
  if (kind === 'badge-class' && version === '2.0') return criteriaProblems(document);
  if (kind !== 'assertion' || version === '0.5' || document.revoked === true) return [];
  const verification = document.verification ?? document.verify;
  return [
    ...(verification === undefined ? [schemaProblem('schema.missing', ['verification'])] : []),
    ...recipientProblems(document.recipient),
    ...imageProblems(document.image),
  ];
}

function criteriaProblems({ criteria }: JsonObject): SchemaProblem[] {
  const saysNothing = isObject(criteria) && criteria.id === undefined && criteria.narrative === undefined;
  return saysNothing ? [schemaProblem('schema.missing', ['criteria', 'narrative'])] : [];
}

/** OB 2.0 IdentityObject: hashed or not, the identity looks like it. */
function recipientProblems(recipient: unknown): SchemaProblem[] {
  if (!isObject(recipient) || typeof recipient.identity !== 'string') return [];
  const looksHashed = /^(md5\$[0-9a-f]{32}|sha1\$[0-9a-f]{40}|sha256\$[0-9a-f]{64})$/i.test(recipient.identity);
  const isEmail = asArray(recipient.type).includes('email');
  const isWrong = recipient.hashed === true ? !looksHashed : isEmail && !/^[^@\s]+@[^@\s]+$/.test(recipient.identity);
  return isWrong ? [schemaProblem('schema.malformed', ['recipient', 'identity'])] : [];
}

/** OB 2.0 Assertion: its image is somewhere, and not in it. */
function imageProblems(image: unknown): SchemaProblem[] {
  const address = isObject(image) ? image.id : image;
  const isInPlace = typeof address === 'string' && address.startsWith('data:');
  return isInPlace ? [schemaProblem('schema.malformed', ['image'])] : [];
}
