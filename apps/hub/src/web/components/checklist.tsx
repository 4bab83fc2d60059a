import type { Child } from 'hono/jsx';
import type { Page } from '../page.ts';
import { type Tone, VerdictIcon } from './verdict-icon.tsx';

export interface Check {
  tone: Tone;
  name: Child;
  /** In place of the usual word: passed, warning, failed, could not check, skipped. */
  word?: Child;
  text?: Child;
}

export function Checklist({ p, checks, plain }: { p: Page; checks: Check[]; plain?: boolean }) {
  return (
    <ul class="checklist">
      {checks.map(({ tone, name, word, text }) => (
        <li class={tone === 'none' ? 'is-unknown' : `is-${tone}`}>
          <VerdictIcon tone={tone} />
          <b>{name}</b>
          <span>
            {plain ? null : <span class="is">{word ?? p.t(`web.check.${tone}`)}</span>} {text}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** An answer inside a sentence: icon and word. */
export function Said({ tone, children }: { tone: Tone; children: Child }) {
  return (
    <b class={`said ${tone === 'none' ? 'is-unknown' : `is-${tone}`}`}>
      <VerdictIcon tone={tone} />
      <span>{children}</span>
    </b>
  );
}

/** A warning that stands by itself. */
export function WarnLine({ title, children }: { title: Child; children?: Child }) {
  return (
    <div class="warnline is-warn">
      <VerdictIcon tone="warn" />
      <p class="caption">
        <b>{title}</b> {children}
      </p>
    </div>
  );
}
