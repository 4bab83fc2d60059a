import { classes } from './classes.ts';
import { controlOf, type FieldProps, FieldSays } from './field.tsx';

export interface CheckboxProps extends Omit<FieldProps, 'value'> {
  /** What is sent when it is ticked. */
  value?: string;
  checked?: boolean | undefined;
}

export function Checkbox(props: CheckboxProps) {
  const { name, label, values, value = 'on', checked = false, errors } = props;
  const typed = values?.[name];
  const ticked = values === undefined ? checked : Array.isArray(typed) ? typed.includes(value) : typed === value;
  return (
    <div class={classes('field', errors?.[name] !== undefined && 'field--bad')}>
      <label class="check">
        <input type="checkbox" value={value} checked={ticked} {...controlOf(props)} />
        <span>{label}</span>
      </label>
      <FieldSays {...props} />
    </div>
  );
}
