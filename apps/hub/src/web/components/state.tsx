import type { Child } from 'hono/jsx';

/** ring, half, full, bars, stack, line */
export type StateKind = 'open' | 'talk' | 'answered' | 'parked' | 'gathered' | 'force' | 'ended';

/** The gallery dot. Its shape carries the state, never its colour, and the word always stands beside it. */
export function State({ kind, children }: { kind: StateKind; children: Child }) {
  return <span class={`state state--${kind}`}>{children}</span>;
}
