import type { Child } from 'hono/jsx';

export interface LabelProps {
  /** Name or number, in bold. */
  name?: Child;
  /** After the name: a version, an edition. */
  more?: Child;
  /** What it is, in italics. */
  title?: Child;
  /** Maker, place, date. */
  children?: Child;
}

/** The exhibition label: it does what tooltips and metadata rows do elsewhere. */
export function Label({ name, more, title, children }: LabelProps) {
  return (
    <div class="label">
      {name ? (
        <p>
          <b>{name}</b>
          {more ? <>, {more}</> : null}
        </p>
      ) : null}
      {title ? (
        <p>
          <em>{title}</em>
        </p>
      ) : null}
      {children ? <p>{children}</p> : null}
    </div>
  );
}
