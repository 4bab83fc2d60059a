import type { Child } from 'hono/jsx';
import type { Page } from '../page.ts';

export interface FormProps {
  p: Page;
  action?: string;
  /** `get` for filters and searches: they carry no hidden value. */
  method?: 'post' | 'get';
  multipart?: boolean;
  class?: string;
  id?: string;
  /** Asks before the page is left with something typed and not kept. */
  guarded?: boolean;
  label?: string;
  children?: Child;
}

/** The server checks and says it kindly, in the reader's language; the browser's own bubbles stay out of it. */
export function Form({
  p,
  action,
  method = 'post',
  multipart,
  class: name = 'form',
  id,
  guarded,
  label,
  children,
}: FormProps) {
  return (
    <form
      action={action}
      method={method}
      enctype={multipart ? 'multipart/form-data' : undefined}
      class={name}
      id={id}
      aria-label={label}
      data-guarded={guarded ? '' : undefined}
      novalidate
    >
      {method === 'post' ? <input type="hidden" name="_csrf" value={p.csrf} /> : null}
      {children}
    </form>
  );
}
