import type { Page } from '../../../web/page.ts';
import type { FieldErrors } from '../../../web/parse.ts';
import type { FormValues } from '../../../web/read-form.ts';

/** Every part of the account page: the mistakes are given to the form that has them. */
export interface PartProps {
  p: Page;
  errors?: FieldErrors | undefined;
  values?: FormValues | undefined;
}
