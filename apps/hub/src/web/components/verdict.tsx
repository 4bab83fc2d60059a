import type { Child } from 'hono/jsx';
import { classes } from './classes.ts';
import { type Tone, VerdictIcon } from './verdict-icon.tsx';

export interface VerdictProps {
  /** `unknown` is neither a yes nor a no. */
  tone: Exclude<Tone, 'none'>;
  /** The answer in a few words. */
  word: Child;
  id: string;
  /** The answer in one or two sentences. */
  say: Child;
  heading?: 'h1' | 'h2';
  /** What to do, as last seen. */
  children?: Child;
}

/** Icon, word and tone all differ, so none of them has to be seen. */
export function Verdict({ tone, word, id, say, heading: Heading = 'h2', children }: VerdictProps) {
  return (
    <div class={classes('verdict', tone !== 'unknown' && `verdict--${tone}`)}>
      <div class="verdict__head">
        <VerdictIcon tone={tone} class="verdict__icon" />
        <div class="stack">
          <Heading class="verdict__word" id={id}>
            {word}
          </Heading>
          <p class="wall-text">{say}</p>
        </div>
      </div>
      {children}
    </div>
  );
}
