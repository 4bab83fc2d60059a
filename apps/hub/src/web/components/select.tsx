import { controlOf, Field, type FieldProps, fieldValue } from './field.tsx';

export interface Choice {
  value: string;
  label: string;
  hint?: string;
}

export function Select(props: FieldProps & { options: Choice[] }) {
  const chosen = fieldValue(props);
  return (
    <Field {...props}>
      <select class="input" {...controlOf(props)}>
        {props.options.map(({ value, label }) => (
          <option value={value} selected={value === chosen}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
}
