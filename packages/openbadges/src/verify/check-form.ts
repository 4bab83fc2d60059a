import type { DetectedDocument } from '../import/detect-document.ts';
import type { JsonObject } from '../model/json.ts';
import { checkCredentialSchema } from './check-credential-schema.ts';
import { checkShape, type Shape } from './check-shape.ts';
import type { Outside } from './outside.ts';
import type { Check } from './report.ts';
import type { Secured } from './secured.ts';

/**
 * The form of a credential: what its version asks for, and then the schemas it names itself. Those are only asked for
 * once its proof holds, for else anybody could have named them.
 */
export async function checkForm(
  document: JsonObject,
  detected: DetectedDocument,
  { security }: Secured,
  proof: Check,
  outside: Outside,
): Promise<Shape> {
  const isProven = proof.outcome === 'passed' || proof.outcome === 'warning';
  const shape = checkShape(document, detected, security === 'vc-jwt' || isProven);
  if (!isProven || shape.check.outcome === 'failed') return shape;
  const schemas = await checkCredentialSchema(document, outside);
  const [first, ...others] = schemas.toSorted(
    (a, b) => Number(b.outcome === 'failed') - Number(a.outcome === 'failed'),
  );
  if (!first || (shape.check.outcome !== 'passed' && first.outcome !== 'failed')) {
    return { ...shape, findings: [...shape.findings, ...schemas] };
  }
  const noted = shape.check.outcome === 'passed' ? [] : [shape.check];
  return { check: first, findings: [...noted, ...shape.findings, ...others] };
}
