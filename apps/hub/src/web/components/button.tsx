import type { Child } from 'hono/jsx';
import { classes } from './classes.ts';

interface Look {
  /** `quiet`: an alternative. `no`: something ends. One solid button for each decision. */
  look?: 'solid' | 'quiet' | 'no';
  small?: boolean;
  class?: string;
  id?: string;
  children?: Child;
}

export interface ButtonProps extends Look {
  type?: 'submit' | 'button';
  name?: string;
  value?: string;
  /** Of a form elsewhere on the page. */
  form?: string;
  formaction?: string;
  popovertarget?: string;
  popovertargetaction?: 'show' | 'hide' | 'toggle';
  autofocus?: boolean;
}

const classOf = ({ look = 'solid', small, class: more }: Look) =>
  classes('btn', look === 'quiet' && 'btn--quiet', look === 'no' && 'btn--no', small && 'btn--small', more);

export function Button(props: ButtonProps) {
  const { look, small, class: _class, children, type = 'submit', ...rest } = props;
  return (
    <button type={type} {...rest} class={classOf(props)}>
      {children}
    </button>
  );
}

export function ButtonLink(props: Look & { href: string; download?: boolean | string; rel?: string }) {
  const { look, small, class: _class, children, ...rest } = props;
  return (
    <a {...rest} class={classOf(props)}>
      {children}
    </a>
  );
}

/** A button that looks like a link: the lesser of two acts. */
export function LinkButton({ children, class: more, ...rest }: Omit<ButtonProps, 'look' | 'small'>) {
  return (
    <button {...rest} class={classes('linkish', more)}>
      {children}
    </button>
  );
}

/** A link that leads on, with an arrow; `back` for where the reader came from. */
export function Go({ href, back, children }: { href: string; back?: boolean; children?: Child }) {
  return (
    <a class={classes('go', back && 'go--back')} href={href}>
      {children}
    </a>
  );
}

/** Why something cannot be done now, in the place of its button. */
export function CannotNow({ children }: { children?: Child }) {
  return (
    <button type="button" class="btn" aria-disabled="true">
      {children}
    </button>
  );
}
