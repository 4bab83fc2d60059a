import { decodeText } from '../import/decode-text.ts';
import type { JsonObject } from '../model/json.ts';
import { check } from './check.ts';
import type { Outside } from './outside.ts';
import type { Check } from './report.ts';

/**
 * Checks a credential against the schemas that it names itself (OB 3.0 §8.2 step 1), one check for each that did not
 * simply pass. Nothing for the many that name none: the schemas are only loaded for those that do.
 */
export async function checkCredentialSchema(document: JsonObject, outside: Outside): Promise<Check[]> {
  if (document.credentialSchema === undefined) return [];
  const { credentialSchemaProblems } = await import('../model/credential-schema/credential-schema-problems.ts');
  const results = await credentialSchemaProblems(document, (url) => schemaAt(url, outside));
  return results.flatMap(({ outcome, code, url, pointer, problems: [first] }) => {
    const values = { url: url ?? '', reason: code, member: first?.pointer };
    if (outcome === 'failed')
      return [check('shape', 'failed', 'shape.schema-differs', values, first?.pointer ?? pointer)];
    if (outcome === 'unknown') return [check('shape', 'warning', 'shape.schema-unknown', values, pointer)];
    return code === 'credential-schema.passed'
      ? []
      : [check('shape', 'warning', 'shape.schema-loosely', values, pointer)];
  });
}

async function schemaAt(url: string, outside: Outside): Promise<string | undefined> {
  if (!url.startsWith('https://') || !URL.canParse(url)) return undefined;
  const answer = await outside.get(url, 'schema', 'application/schema+json, application/json');
  return answer.ok ? decodeText(answer.body) : undefined;
}
