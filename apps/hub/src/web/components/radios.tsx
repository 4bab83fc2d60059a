import { classes } from './classes.ts';
import { controlOf, type FieldProps, FieldSays, fieldId, fieldValue } from './field.tsx';
import type { Choice } from './select.tsx';

export function Radios(props: FieldProps & { options: Choice[] }) {
  const { name, id = fieldId(name), label, errors, quietLabel } = props;
  const { 'aria-describedby': describedBy, autofocus } = controlOf(props);
  const chosen = fieldValue(props);
  return (
    <fieldset class={classes('field', errors?.[name] !== undefined && 'field--bad')} aria-describedby={describedBy}>
      <legend class={quietLabel ? 'sr' : 'legend'}>{label}</legend>
      <div class="checks">
        {props.options.map((option, index) => (
          <label class="check">
            <input
              type="radio"
              name={name}
              value={option.value}
              id={index === 0 ? id : undefined}
              checked={option.value === chosen}
              autofocus={autofocus && index === 0}
            />
            <span>
              {option.label}
              {option.hint ? <span class="caption"> {option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
      <FieldSays {...props} />
    </fieldset>
  );
}
