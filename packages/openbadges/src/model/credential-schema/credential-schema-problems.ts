import { asArray, isObject, type JsonObject } from '../json.ts';
import type { SchemaProblem } from '../schema/problems-of-issues.ts';
import { schemaProblems } from '../schema/schema-problems.ts';
import { textOf } from '../text-of.ts';
import { type CredentialSchemaCode, credentialSchemaSentences } from './credential-schema-sentences.ts';
import { type OfficialSchema, officialSchema } from './official-schema.ts';
import { type Run, runSchema } from './run-schema.ts';

/** The text of the schema at an address; undefined when it cannot be had. */
export type LoadSchema = (url: string) => Promise<string | undefined>;

/** What came of one schema that a credential wants to be checked against. */
export interface CredentialSchemaResult {
  outcome: 'passed' | 'failed' | 'unknown';
  /** Stable, for example `credential-schema.not-loaded`. */
  code: CredentialSchemaCode;
  /** One plain English sentence. */
  sentence: string;
  /** What can be done, where there is something. */
  remedy?: string;
  /** RFC 6901 pointer to the entry of `credentialSchema`. */
  pointer: string;
  url?: string;
  /** What the schema says against the document; also what the strict schema says against a tolerable one. */
  problems: SchemaProblem[];
}

const mostEntries = 8;
/** VC JSON Schema Specification §2.1, and OB 3.0 §8.4. */
const types = ['1EdTechJsonSchemaValidator2019', 'JsonSchema'];

/**
 * Checks a credential against each schema that it names in `credentialSchema` (OB 3.0 §8.2 step 1).
 *
 * 1EdTech's schemas are those of this package and never loaded. Others come from `loadSchema`, are read up to 256 kB,
 * may only refer to themselves, and are run with a limit on their work: what cannot be run is unknown, not failed.
 */
export async function credentialSchemaProblems(
  document: JsonObject,
  loadSchema?: LoadSchema,
): Promise<CredentialSchemaResult[]> {
  const entries = asArray(document.credentialSchema);
  const isList = Array.isArray(document.credentialSchema);
  const results: CredentialSchemaResult[] = [];
  for (const [index, entry] of entries.slice(0, mostEntries).entries()) {
    const pointer = isList ? `/credentialSchema/${index}` : '/credentialSchema';
    results.push(await checkEntry(document, entry, pointer, loadSchema));
  }
  if (entries.length > mostEntries) results.push(result('credential-schema.too-many', 'unknown', '/credentialSchema'));
  return results;
}

async function checkEntry(
  document: JsonObject,
  entry: unknown,
  pointer: string,
  loadSchema: LoadSchema | undefined,
): Promise<CredentialSchemaResult> {
  const url = isObject(entry) && typeof entry.id === 'string' ? entry.id : undefined;
  const type = isObject(entry) ? asArray(entry.type).find((each) => types.includes(textOf(each))) : undefined;
  if (url === undefined || type === undefined) {
    return result('credential-schema.unknown-type', 'unknown', pointer, { url });
  }
  const official = officialSchema(url);
  if (official) return checkOfficial(document, official, pointer, url);
  const text = await loadSchema?.(url);
  if (text === undefined) return result('credential-schema.not-loaded', 'unknown', pointer, { url });
  return told(runSchema(text, document, type === 'JsonSchema'), pointer, url);
}

/** A document that only the looser family accepts is common and harmless; the validator of 1EdTech warns of it. */
function checkOfficial(
  document: JsonObject,
  { dialect, kind, accepts }: OfficialSchema,
  pointer: string,
  url: string,
): CredentialSchemaResult {
  const problems = accepts(document) ? schemaProblems(document, dialect, kind) : [];
  if (!accepts(document)) return result('credential-schema.other-version', 'failed', pointer, { url });
  if (problems.length === 0) return result('credential-schema.passed', 'passed', pointer, { url });
  const isTolerable = dialect === 'strict' && schemaProblems(document, 'json-ld', kind).length === 0;
  if (isTolerable) return { ...result('credential-schema.passed-loosely', 'passed', pointer, { url }), problems };
  return { ...result('credential-schema.failed', 'failed', pointer, { url }), problems };
}

function told(run: Run, pointer: string, url: string): CredentialSchemaResult {
  if ('stopped' in run) return result(run.stopped, 'unknown', pointer, { url });
  if (run.problems.length === 0) return result('credential-schema.passed', 'passed', pointer, { url });
  return { ...result('credential-schema.failed', 'failed', pointer, { url }), problems: run.problems };
}

function result(
  code: CredentialSchemaCode,
  outcome: CredentialSchemaResult['outcome'],
  pointer: string,
  { url }: { url?: string } = {},
): CredentialSchemaResult {
  const { sentence, remedy } = credentialSchemaSentences[code];
  const say = (text: string) => text.replace('{url}', (url ?? 'no address').slice(0, 300));
  return {
    outcome,
    code,
    sentence: say(sentence),
    ...(remedy === undefined ? {} : { remedy: say(remedy) }),
    pointer,
    ...(url === undefined ? {} : { url }),
    problems: [],
  };
}
