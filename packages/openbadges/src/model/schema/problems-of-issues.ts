import type * as z from 'zod/mini';
import { pointerInto } from '../json-pointer.ts';

/** One thing that the schema does not allow. */
export interface SchemaProblem {
  /** Stable, for example `schema.missing`. */
  code: SchemaCode;
  /** RFC 6901 pointer into the document. */
  pointer: string;
  /** One plain English sentence. */
  sentence: string;
  /** What whoever made the document can do. */
  remedy: string;
}

/** What a schema can say against a document, about {member}. Codes are API: add, never rename. */
export const schemaSentences = {
  'schema.missing': { sentence: '{member} is missing.', remedy: 'Add {member}.' },
  'schema.wrong-type': { sentence: '{member} is not of the type {expected}.', remedy: 'Write it as {expected}.' },
  'schema.not-in-vocabulary': {
    sentence: '{member} is not one of the values that are allowed.',
    remedy: 'Take one of {expected}.',
  },
  'schema.malformed': {
    sentence: '{member} does not have the form that is asked for.',
    remedy: 'Correct its form: see the standard for {member}.',
  },
  'schema.unknown-member': { sentence: '{member} is not allowed here.', remedy: 'Leave {member} out.' },
  'schema.type-wrong': { sentence: '{member} does not name {expected}.', remedy: 'Add {expected} to {member}.' },
  'schema.too-complex': {
    sentence: '{member} is larger or nested deeper than any real one.',
    remedy: 'Split it.',
  },
  'schema.too-few': { sentence: '{member} holds too few values.', remedy: 'Add what is missing to {member}.' },
  'schema.too-many': { sentence: '{member} holds too many values.', remedy: 'Take away what is too much.' },
} as const;

/** What a schema can say against a value. */
export type SchemaCode = keyof typeof schemaSentences;

/** A longer list tells nobody more. */
const most = 100;

export function problemsOfIssues(issues: z.core.$ZodIssue[], document: unknown): SchemaProblem[] {
  return issues
    .slice(0, most)
    .flatMap((issue) => problemsOf(issue, [], document))
    .slice(0, most);
}

/** Of the ways in which a value could be right, tells what is wrong with the one it comes nearest to. */
function problemsOf(issue: z.core.$ZodIssue, path: PropertyKey[], document: unknown): SchemaProblem[] {
  const at = [...path, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const nearest = issue.errors.toSorted((a, b) => depth(b) - depth(a))[0] ?? [];
    return nearest.flatMap((inner) => problemsOf(inner, at, document));
  }
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => schemaProblem('schema.unknown-member', [...at, key]));
  if (isAbsent(at, document)) return [schemaProblem('schema.missing', at)];
  return [schemaProblem(...codeOf(issue, at))];
}

type Told = [code: SchemaCode, path: PropertyKey[], expected?: string];

function codeOf(issue: z.core.$ZodIssue, at: PropertyKey[]): Told {
  switch (issue.code) {
    case 'invalid_type':
      return ['schema.wrong-type', at, issue.expected];
    case 'invalid_value':
      return ['schema.not-in-vocabulary', at, issue.values.map(String).join(', ')];
    case 'too_small':
      return ['schema.too-few', at];
    case 'too_big':
      return ['schema.too-many', at];
    case 'custom':
      return Array.isArray(issue.params?.names)
        ? ['schema.type-wrong', at, issue.params.names.join(' or ')]
        : ['schema.malformed', at];
    default:
      return ['schema.malformed', at];
  }
}

export function schemaProblem(code: SchemaCode, path: PropertyKey[], expected = ''): SchemaProblem {
  const values: Record<string, string> = {
    member: String(path.findLast((key) => typeof key === 'string') ?? 'The document'),
    expected,
  };
  const say = (sentence: string) =>
    sentence.replace(/\{(\w+)\}/g, (_, name: string) => (values[name] ?? '').slice(0, 200));
  const { sentence, remedy } = schemaSentences[code];
  return { code, pointer: pointerTo(path), sentence: say(sentence), remedy: say(remedy) };
}

function isAbsent(path: PropertyKey[], document: unknown): boolean {
  let value = document;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return path.length > 0;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value === undefined && path.length > 0;
}

function depth(issues: z.core.$ZodIssue[]): number {
  return Math.max(...issues.map((issue) => issue.path.length), 0);
}

function pointerTo(path: PropertyKey[]): string {
  return path.reduce(pointerInto, '');
}
