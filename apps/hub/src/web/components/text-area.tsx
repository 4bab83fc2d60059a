import { controlOf, Field, type FieldProps, fieldValue } from './field.tsx';

export interface TextAreaProps extends FieldProps {
  rows?: number;
  maxlength?: number;
  placeholder?: string;
  lang?: string;
}

export function TextArea(props: TextAreaProps) {
  const { rows = 5, maxlength, placeholder, lang } = props;
  return (
    <Field {...props}>
      <textarea
        class="input"
        rows={rows}
        maxlength={maxlength}
        placeholder={placeholder}
        lang={lang}
        dir="auto"
        {...controlOf(props)}
      >
        {fieldValue(props)}
      </textarea>
    </Field>
  );
}
