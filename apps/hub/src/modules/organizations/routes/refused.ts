import type { Refusal, RefusalCode } from '../../../kernel/refusal.ts';
import { refusalText } from '../../../web/error-page.tsx';
import type { Page } from '../../../web/page.ts';
import type { FieldErrors } from '../../../web/parse.ts';

/** A refusal as the mistake of a form, at the field it is about; one that is about no field of it is thrown on. */
export function refused(p: Page, refusal: Refusal, fields: Partial<Record<RefusalCode, string>>): FieldErrors {
  const field = fields[refusal.code];
  if (!field) throw refusal;
  const { title, remedy } = refusalText(p, refusal);
  return { [field]: [`${title}.`, remedy].filter(Boolean).join(' ') };
}
