import type { Child } from 'hono/jsx';

/** Numbered things: number, sentence, side fact. */
export function Ledger({ children, label }: { children: Child; label?: string }) {
  return (
    <ol class="ledger" aria-label={label}>
      {children}
    </ol>
  );
}

export interface LedgerItemProps {
  no: Child;
  title: Child;
  href?: string | undefined;
  caption?: Child;
  side?: Child;
  children?: Child;
}

export function LedgerItem({ no, title, href, caption, side, children }: LedgerItemProps) {
  return (
    <li>
      <span class="ledger__no">{no}</span>
      <div class="ledger__body">
        {href ? <a href={href}>{title}</a> : <p class="ledger__title">{title}</p>}
        {caption ? <p class="caption">{caption}</p> : null}
        {children}
      </div>
      {side ? <div class="ledger__side caption">{side}</div> : null}
    </li>
  );
}
