import { classes } from './classes.ts';
import { controlOf, type FieldProps, FieldSays, fieldId } from './field.tsx';
import type { Choice } from './select.tsx';

export interface CheckboxesProps extends Omit<FieldProps, 'value'> {
  options: Choice[];
  chosen?: string[];
}

/** Any number of one list. */
export function Checkboxes(props: CheckboxesProps) {
  const { name, id = fieldId(name), label, errors, values, chosen = [], quietLabel } = props;
  const { 'aria-describedby': describedBy, autofocus } = controlOf(props);
  const ticked = values === undefined ? chosen : [values[name] ?? []].flat();
  return (
    <fieldset class={classes('field', errors?.[name] !== undefined && 'field--bad')} aria-describedby={describedBy}>
      <legend class={quietLabel ? 'sr' : 'legend'}>{label}</legend>
      <div class="checks">
        {props.options.map((option, index) => (
          <label class="check">
            <input
              type="checkbox"
              name={name}
              value={option.value}
              id={index === 0 ? id : undefined}
              checked={ticked.includes(option.value)}
              autofocus={autofocus && index === 0}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      <FieldSays {...props} />
    </fieldset>
  );
}
