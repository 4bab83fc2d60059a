import { type CheckCode, checkRemedies, checkSentences } from './check-sentences.ts';
import type { Check, CheckId, Outcome } from './report.ts';

export const checkIds: readonly CheckId[] = [
  'shape',
  'proof',
  'key',
  'status',
  'dates',
  'recipient',
  'issuer',
  'endorsements',
];

const longestValue = 300;

/** A check with its sentence. Values from a document are cut, so that no sentence becomes a page. */
export function check(
  id: CheckId,
  outcome: Outcome,
  code: CheckCode,
  values: Record<string, string | undefined> = {},
  pointer?: string,
): Check {
  const named: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) named[name] = value.length > longestValue ? value.slice(0, longestValue) : value;
  }
  const remedy = checkRemedies[code];
  return {
    id,
    outcome,
    code,
    values: named,
    sentence: say(checkSentences[code], named),
    ...(remedy === undefined ? {} : { remedy: say(remedy, named) }),
    ...(pointer === undefined ? {} : { pointer }),
  };
}

export function notReached(id: CheckId): Check {
  return check(id, 'skipped', `${id}.not-reached`);
}

/** The eight checks in their order; those that were not made say so. */
export function inOrder(checks: (Check | undefined)[]): Check[] {
  return checkIds.map((id) => checks.find((each) => each?.id === id) ?? notReached(id));
}

function say(sentence: string, values: Record<string, string>): string {
  if (!sentence.includes('{')) return sentence;
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
