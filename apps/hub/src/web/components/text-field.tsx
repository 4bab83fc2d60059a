import { classes } from './classes.ts';
import { controlOf, Field, type FieldProps, fieldValue } from './field.tsx';

export interface TextFieldProps extends FieldProps {
  type?: 'text' | 'email' | 'url' | 'search' | 'number' | 'password' | 'tel' | 'date' | 'color';
  autocomplete?: string;
  inputmode?: 'text' | 'email' | 'url' | 'numeric' | 'decimal' | 'search';
  placeholder?: string;
  maxlength?: number;
  min?: string | number;
  max?: string | number;
  step?: string | number;
  lang?: string;
  short?: boolean;
  list?: string;
}

export function TextField(props: TextFieldProps) {
  const { type = 'text', autocomplete, inputmode, placeholder, maxlength, min, max, step, lang, short, list } = props;
  const input = (
    <input
      class={classes('input', short && 'input--short')}
      type={type}
      value={type === 'password' ? undefined : fieldValue(props)}
      autocomplete={autocomplete}
      inputmode={inputmode}
      placeholder={placeholder}
      maxlength={maxlength}
      min={min}
      max={max}
      step={step}
      lang={lang}
      list={list}
      dir={['email', 'url', 'password'].includes(type) ? 'ltr' : 'auto'}
      {...controlOf(props)}
    />
  );
  return <Field {...props}>{type === 'password' ? <Revealed {...props}>{input}</Revealed> : input}</Field>;
}

/** The button appears with script only. */
function Revealed({ p, children }: TextFieldProps & { children: unknown }) {
  return (
    <reveal-password data-show={p.t('web.show-password')} data-hide={p.t('web.hide-password')}>
      {children}
    </reveal-password>
  );
}
