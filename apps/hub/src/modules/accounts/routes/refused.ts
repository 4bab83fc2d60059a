import type { Refusal, RefusalCode } from '../../../kernel/refusal.ts';
import type { Page } from '../../../web/page.ts';
import type { FieldErrors } from '../../../web/parse.ts';

/** A refusal as the mistakes of a form: at its field, or above all of them. */
export function refused(p: Page, refusal: Refusal, fields: Partial<Record<RefusalCode, string>> = {}): FieldErrors {
  const key = `refusal.${refusal.code}`;
  const remedy = p.t(`${key}.remedy`, refusal.details);
  const sentence = `${p.t(key, refusal.details)}.`;
  return { [fields[refusal.code] ?? '_form']: remedy === `${key}.remedy` ? sentence : `${sentence} ${remedy}` };
}
