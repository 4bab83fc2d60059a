import { controlOf, Field, type FieldProps } from './field.tsx';

export interface FileFieldProps extends Omit<FieldProps, 'value' | 'values'> {
  accept?: string;
  multiple?: boolean;
}

/** A browser never fills this in again; say in the hint that the file has to be chosen once more. */
export function FileField(props: FileFieldProps) {
  return (
    <Field {...props}>
      <input class="input" type="file" accept={props.accept} multiple={props.multiple ?? false} {...controlOf(props)} />
    </Field>
  );
}
