import type { Child } from 'hono/jsx';
import { classes } from './classes.ts';

export interface PlateProps {
  id: string;
  title: Child;
  /** What to know before reading. */
  label?: Child;
  /** A link or button in the margin. */
  more?: Child;
  /** The label stays in sight while the work is long. */
  sticky?: boolean;
  small?: boolean;
  /** The plate stands inside something that has its margins already. */
  inside?: boolean;
  children?: Child;
}

/** A section: strong rule, label in the margin, work beside it. */
export function Plate({ id, title, label, more, sticky, small, inside, children }: PlateProps) {
  return (
    <section class={inside ? undefined : 'sheet'} aria-labelledby={id}>
      <div class={classes('plate', sticky && 'plate--sticky')}>
        <div class="plate__label">
          <h2 id={id} class={small ? 'h-label' : undefined}>
            {title}
          </h2>
          {label ? <p class="label">{label}</p> : null}
          {more}
        </div>
        <div>{children}</div>
      </div>
    </section>
  );
}
