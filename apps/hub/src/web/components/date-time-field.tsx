import { controlOf, Field, type FieldProps, fieldValue } from './field.tsx';

/** A local day and hour; the hint says whose clock is meant. */
export function DateTimeField(props: FieldProps & { min?: string; max?: string; dateOnly?: boolean }) {
  const zone = props.p.t('web.your-clock', { zone: props.p.timeZone.replaceAll('_', ' ') });
  const said = props.dateOnly ? props : { ...props, hint: props.hint ?? zone };
  return (
    <Field {...said}>
      <input
        class="input input--short"
        type={props.dateOnly ? 'date' : 'datetime-local'}
        value={fieldValue(props)}
        min={props.min}
        max={props.max}
        {...controlOf(said)}
      />
    </Field>
  );
}
