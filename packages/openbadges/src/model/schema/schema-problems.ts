import type * as z from 'zod/mini';
import { isUnbounded } from '../../canon/bound-document.ts';
import { asArray, isObject } from '../json.ts';
import type { DialectName } from './dialect.ts';
import { type Envelope, openBadges3Schemas } from './open-badges-3-schemas.ts';
import { problemsOfIssues, type SchemaProblem, schemaProblem } from './problems-of-issues.ts';

/** What a document of Open Badges 3.0 or CLR 2.0 may be checked as. */
export type SchemaKind =
  | 'achievement'
  | 'achievement-document'
  | 'clr'
  | 'credential'
  | 'endorsement'
  | 'presentation'
  | 'profile';

const classes = {
  achievement: 'AchievementCredential',
  'achievement-document': 'Achievement',
  clr: 'ClrCredential',
  credential: 'VerifiableCredential',
  endorsement: 'EndorsementCredential',
  presentation: 'VerifiablePresentation',
  profile: 'Profile',
} as const satisfies Record<SchemaKind, string>;

/**
 * What the official OB 3.0 or CLR 2.0 schema says against a document; empty when it conforms.
 *
 * What we issue is `strict`. What others issued is read as `json-ld`, and the strict answer is advice. `achievement` is
 * the credential, `achievement-document` what can be earned.
 * The rules that the schemas leave to prose (an id or an identifier, criteria that say something) are not in here.
 */
export function schemaProblems(
  document: unknown,
  dialect: DialectName,
  kind: SchemaKind = 'achievement',
): SchemaProblem[] {
  if (isUnbounded(document)) return [schemaProblem('schema.too-complex', [])];
  const schema: z.ZodMiniType = openBadges3Schemas(dialect, envelopeOf(document))[classes[kind]];
  const parsed = schema.safeParse(document);
  return parsed.success ? [] : problemsOfIssues(parsed.error.issues, document);
}

function envelopeOf(document: unknown): Envelope {
  const contexts = isObject(document) ? asArray(document['@context']) : [];
  return contexts[0] === 'https://www.w3.org/2018/credentials/v1' ? 'vc-1.1' : 'vc-2.0';
}
