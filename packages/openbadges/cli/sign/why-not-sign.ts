import { detectDocument } from '../../src/import/detect-document.ts';
import { dataModelProblems } from '../../src/model/data-model/data-model-problems.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { schemaProblems } from '../../src/model/schema/schema-problems.ts';

/** Why readers would refuse this document once it is signed, as `at /pointer: sentence`; undefined when they would not. */
export function whyNotSign(document: JsonObject): string | undefined {
  const broken = brokenModelRule(document);
  if (broken) return broken;
  const { kind } = detectDocument(document);
  if (kind !== 'credential' && kind !== 'endorsement') return undefined;
  const { proof: _, ...bare } = document;
  const [found] = schemaProblems(bare, 'strict', kind === 'credential' ? 'achievement' : 'endorsement');
  return found && `at ${found.pointer || 'the top'}: ${found.sentence}`;
}

/** The quick part of it: the first rule of the data model that the document breaks. */
export function brokenModelRule(document: JsonObject): string | undefined {
  const [problem] = dataModelProblems(document);
  return problem && `at ${problem.pointer || 'the top'}: ${problem.sentence}`;
}
