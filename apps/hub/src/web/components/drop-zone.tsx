import type { Child } from 'hono/jsx';
import type { Page } from '../page.ts';
import { controlOf, type FieldProps, FieldSays, fieldId } from './field.tsx';

export interface DropZoneProps {
  p: Page;
  name: string;
  label: string;
  hint?: Child;
  accept?: string;
  multiple?: boolean;
  errors?: FieldProps['errors'];
  required?: boolean;
  /** A pasted file lands here. */
  paste?: boolean;
  children?: Child;
}

/** An empty mount with photo corners. The file input stays in sight; dropping and pasting are added by script. */
export function DropZone(props: DropZoneProps) {
  const { p, name, label, accept, multiple, paste, children, errors } = props;
  return (
    <drop-zone class="drop" data-paste={paste ? '' : undefined} data-locale={p.locale}>
      <div class={errors?.[name] === undefined ? 'field' : 'field field--bad'}>
        <label for={fieldId(name)} class="drop__l">
          {label}
        </label>
        <input type="file" accept={accept} multiple={multiple ?? false} {...controlOf(props)} />
        <FieldSays {...props} />
        <ul class="drop__files ui" data-files hidden></ul>
      </div>
      {children}
    </drop-zone>
  );
}
