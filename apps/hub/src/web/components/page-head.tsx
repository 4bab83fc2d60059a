import type { Child } from 'hono/jsx';
import { classes } from './classes.ts';

export interface PageHeadProps {
  title: Child;
  /** Above the title: whose, which, since when. */
  caption?: Child;
  /** Beside or below the title: what can be done here. */
  say?: Child;
  /** Buttons and links. */
  acts?: Child;
}

/** The head of a page people work on. */
export function PageHead({ title, caption, say, acts }: PageHeadProps) {
  return (
    <div class={classes('sheet pagehead', say !== undefined && 'pagehead--two')}>
      <div class="pagehead__t">
        {caption ? <p class="caption free">{caption}</p> : null}
        <h1>{title}</h1>
      </div>
      {say || acts ? (
        <div class="pagehead__say">
          {say ? <p class="wall-text">{say}</p> : null}
          {acts ? <div class="row">{acts}</div> : null}
        </div>
      ) : null}
    </div>
  );
}

/** A poster on one side, the one thing to do on the other: sign in, verify, claim. */
export function Split({ title, say, left, children }: { title: Child; say?: Child; left?: Child; children?: Child }) {
  return (
    <div class="sheet split">
      <div class="split__t">
        <h1>{title}</h1>
        {say ? <p class="wall-text">{say}</p> : null}
        {left}
      </div>
      <div>{children}</div>
    </div>
  );
}
