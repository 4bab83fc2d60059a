import type { Child } from 'hono/jsx';

/** What waits, ordered by how many people wait. */
export function DueList({ children }: { children: Child }) {
  return <ol class="due">{children}</ol>;
}

export interface DueProps {
  count: string;
  unit: string;
  title: Child;
  say?: Child;
  caption?: Child;
  badges?: Child;
  /** One action, one alternative. */
  acts?: Child;
}

export function Due({ count, unit, title, say, caption, badges, acts }: DueProps) {
  return (
    <li>
      <p class="due__n" aria-hidden="true">
        <b>{count}</b>
        <span>{unit}</span>
      </p>
      <div class="due__t">
        <h2>
          <span class="sr">
            {count} {unit}:{' '}
          </span>
          {title}
        </h2>
        {say ? <p class="small soft">{say}</p> : null}
        {caption ? <p class="caption">{caption}</p> : null}
      </div>
      {badges ? <div class="due__b">{badges}</div> : null}
      <div class="due__a">{acts}</div>
    </li>
  );
}
