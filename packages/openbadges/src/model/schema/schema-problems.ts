import type { z } from 'zod';
import { asArray, isObject } from '../json.ts';
import { credentialSchemas } from './credential-schemas.ts';
import type { DialectName } from './dialect.ts';

/** One thing that the schema does not allow. */
export interface SchemaProblem {
  /** RFC 6901 pointer into the document. */
  pointer: string;
  message: string;
}

/**
 * What the official OB 3.0 schema says against a document; empty when it conforms.
 *
 * What we issue is `strict`. What others issued is read as `json-ld`, and the strict answer is advice.
 * The rules that the schemas leave to prose (an id or an identifier, criteria that say something) are not in here.
 */
export function schemaProblems(
  document: unknown,
  dialect: DialectName,
  kind: 'achievement' | 'endorsement' | 'profile' = 'achievement',
): SchemaProblem[] {
  const contexts = isObject(document) ? asArray(document['@context']) : [];
  const envelope = contexts[0] === 'https://www.w3.org/2018/credentials/v1' ? 'vc-1.1' : 'vc-2.0';
  const parsed = credentialSchemas[dialect][envelope][kind].safeParse(document);
  return parsed.success ? [] : parsed.error.issues.flatMap((issue) => problemsOf(issue));
}

/** Of the ways in which a value could be right, tells what is wrong with the one it comes nearest to. */
function problemsOf(issue: z.core.$ZodIssue, path: PropertyKey[] = []): SchemaProblem[] {
  const at = [...path, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const nearest = issue.errors.toSorted((a, b) => depth(b) - depth(a))[0] ?? [];
    return nearest.flatMap((inner) => problemsOf(inner, at));
  }
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ pointer: pointer([...at, key]), message: 'is not allowed here' }));
  return [{ pointer: pointer(at), message: issue.message }];
}

function depth(issues: z.core.$ZodIssue[]): number {
  return Math.max(...issues.map((issue) => issue.path.length), 0);
}

function pointer(path: PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
