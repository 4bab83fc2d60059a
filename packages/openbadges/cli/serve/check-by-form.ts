import { dataModelProblems } from '../../src/model/data-model/data-model-problems.ts';
import { isObject, type JsonObject } from '../../src/model/json.ts';
import { type CheckFinding, failed } from './check-question.ts';
import { isEnvelope, tokenIn } from './envelope-token.ts';
import { servedContexts } from './serve-tools.ts';

/** How each form of a document is checked. */
export interface FormChecks {
  token(text: string): Promise<CheckFinding>;
  embedded(document: JsonObject): Promise<CheckFinding>;
}

const kinds = { credential: 'vc', presentation: 'vp' } as const;

/** A token, an envelope around one, or a document with its proofs in it; the rules of the data model are asked first. */
export async function checkByForm(input: unknown, kind: keyof typeof kinds, checks: FormChecks): Promise<CheckFinding> {
  if (typeof input === 'string') return checks.token(input);
  const broken = dataModelProblems(input, { kind, contexts: servedContexts });
  if (broken.length > 0 || !isObject(input)) return failed(...broken);
  if (!isEnvelope(input)) return checks.embedded(input);
  const token = tokenIn(input, kinds[kind]);
  return token === undefined ? failed({ code: 'proof.algorithm-unsupported' }) : checks.token(token);
}
