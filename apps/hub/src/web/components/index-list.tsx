import type { Child } from 'hono/jsx';

export interface IndexEntry {
  href: string;
  label: string;
  /** A number, in words: "14 badges". */
  count?: string | undefined;
  caption?: Child;
}

/** Many names in two columns, as at the end of a book. */
export function IndexList({ entries }: { entries: IndexEntry[] }) {
  return (
    <ol class="index">
      {entries.map(({ href, label, count, caption }, index) => (
        <li>
          <span class="plate__no">{index + 1}</span>
          <a href={href}>{label}</a>
          {count ? <span class="caption num">{count}</span> : null}
          {caption ? <span class="caption">{caption}</span> : null}
        </li>
      ))}
    </ol>
  );
}
