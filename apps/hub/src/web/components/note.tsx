import type { Child } from 'hono/jsx';
import { classes } from './classes.ts';
import { Tally } from './tally.tsx';

export interface NoteProps {
  href: string;
  /** yellow: how it works. rose: who it is for. blue: what if. */
  paper: 'yellow' | 'rose' | 'blue';
  /** Handwriting: only for notes that were taken from a real wall. */
  hand?: boolean;
  /** Others were gathered under it. */
  stack?: boolean;
  size?: 'small' | 'big';
  tilt?: 1 | 2 | 3 | 4;
  lang?: string;
  support?: { count: number; text: string };
  children: Child;
}

/** A question. */
export function Note({ href, paper, hand, stack, size, tilt, lang, support, children }: NoteProps) {
  return (
    <a
      class={classes(
        'note',
        `note--${paper}`,
        hand && 'note--hand',
        stack && 'note--stack',
        size && `note--${size}`,
        tilt && `note--tilt-${tilt}`,
      )}
      href={href}
    >
      {stack ? <span class="note__paper"></span> : null}
      <span class="note__text" lang={lang}>
        {children}
      </span>
      {support ? (
        <span class="note__foot">
          <Tally count={support.count} />
          <span>{support.text}</span>
        </span>
      ) : null}
    </a>
  );
}
