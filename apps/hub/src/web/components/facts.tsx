import type { Child } from 'hono/jsx';

export interface FactsProps {
  title: Child;
  id?: string;
  /** The one number, with its words. */
  big?: { label: Child; value: Child; note?: Child } | undefined;
  foot?: Child;
  children?: Child;
}

/** The nutrition label: what a badge says, and by whom. */
export function Facts({ title, id = 'facts', big, foot, children }: FactsProps) {
  return (
    <section class="facts" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {big ? (
        <>
          <p class="facts__big">
            <span>{big.label}</span>
            <b>{big.value}</b>
          </p>
          {big.note ? <p class="caption">{big.note}</p> : null}
          <div class="facts__bar"></div>
        </>
      ) : null}
      {children}
      {foot ? <p class="caption facts__foot">{foot}</p> : null}
    </section>
  );
}

/** Facts stated by the same party. The thick bar below says that another one speaks next. */
export function FactsGroup({ children, last }: { children: Child; last?: boolean }) {
  return (
    <>
      <dl class="fl">{children}</dl>
      {last ? null : <div class="facts__bar facts__bar--thin"></div>}
    </>
  );
}

export function FactsRow({ name, children }: { name: Child; children: Child }) {
  return (
    <div class="facts__row">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export function FactsCriteria({ items }: { items: { text: Child; result?: Child }[] }) {
  return (
    <ol class="crit">
      {items.map(({ text, result }) => (
        <li>
          <span>{text}</span>
          {result ? <b>{result}</b> : null}
        </li>
      ))}
    </ol>
  );
}
