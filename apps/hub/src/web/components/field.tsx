import type { Child } from 'hono/jsx';
import type { Page } from '../page.ts';
import type { FieldErrors } from '../parse.ts';
import type { FormValues } from '../read-form.ts';
import { classes } from './classes.ts';
import { VerdictIcon } from './verdict-icon.tsx';

/** What every field takes. `errors` and `values` are those of the whole form, as `parseForm` gives them. */
export interface FieldProps {
  p: Page;
  name: string;
  label: string;
  hint?: Child;
  errors?: FieldErrors | undefined;
  values?: FormValues | undefined;
  /** Used where `values` has nothing for this name. */
  value?: string | undefined;
  id?: string;
  required?: boolean;
  /** Adds the word to the label. */
  optional?: boolean;
  /** The label is there for those who do not see. */
  quietLabel?: boolean;
}

export const fieldId = (name: string) => `f-${name.replace(/[^\w-]+/g, '-')}`;

/** The value to show: what was typed wins over what is kept. */
export function fieldValue({ values, name, value }: Pick<FieldProps, 'values' | 'name' | 'value'>): string {
  const typed = values?.[name];
  return (Array.isArray(typed) ? typed[0] : typed) ?? value ?? '';
}

/** The attributes that tie a control to its label, hint and mistake. The first bad field of a form gets the focus. */
export function controlOf({ name, id = fieldId(name), hint, errors, required }: FieldProps) {
  const bad = errors?.[name] !== undefined;
  return {
    id,
    name,
    required: required ?? false,
    'aria-invalid': bad ? ('true' as const) : undefined,
    'aria-describedby': classes(bad && `${id}-error`, hint !== undefined && `${id}-hint`),
    autofocus: isFirst(errors, name),
  };
}

function isFirst(errors: FieldErrors | undefined, name: string): boolean {
  return errors !== undefined && Object.keys(errors)[0] === name;
}

/** Label, control, mistake, hint: in this order for eye and ear. */
export function Field(props: FieldProps & { children: Child }) {
  const { p, name, id = fieldId(name), label, errors, optional, quietLabel } = props;
  return (
    <div class={classes('field', errors?.[name] !== undefined && 'field--bad')}>
      <label for={id} class={quietLabel ? 'sr' : undefined}>
        {label}
        {optional ? <span class="optional"> {p.t('web.optional')}</span> : null}
      </label>
      {props.children}
      <FieldSays {...props} />
    </div>
  );
}

export function FieldSays({ name, id = fieldId(name), hint, errors }: FieldProps) {
  const error = errors?.[name];
  return (
    <>
      {error === undefined ? null : (
        <p class="error" id={`${id}-error`}>
          <VerdictIcon tone="no" />
          <span>{error}</span>
        </p>
      )}
      {hint === undefined ? null : (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </>
  );
}
