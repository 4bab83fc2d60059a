import type { Page } from '../page.ts';
import type { FieldErrors } from '../parse.ts';
import { fieldId } from './field.tsx';

export interface ErrorSummaryProps {
  p: Page;
  errors: FieldErrors | undefined;
  /** Field name → its label, so that the list can say where. */
  labels?: Record<string, string>;
}

/** Says how much there is to mend and leads to each place. What belongs to no field stands without a link. */
export function ErrorSummary({ p, errors, labels = {} }: ErrorSummaryProps) {
  const mistakes = Object.entries(errors ?? {});
  if (mistakes.length === 0) return null;
  return (
    <div class="summary" role="alert" tabindex={-1} id="mistakes">
      <p class="ui">
        <strong>{p.t('web.mistakes', { count: mistakes.length })}</strong>
      </p>
      <ul class="ui">
        {mistakes.map(([name, text]) => (
          <li>{name === '_form' ? text : <a href={`#${fieldId(name)}`}>{said(labels[name], text)}</a>}</li>
        ))}
      </ul>
    </div>
  );
}

function said(label: string | undefined, text: string): string {
  return label === undefined ? text : `${label}: ${text}`;
}
