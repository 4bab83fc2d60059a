import type { Page } from '../page.ts';
import { pageHref, pageLinks } from './page-links.ts';

export interface PaginationProps {
  p: Page;
  /** From 1. */
  page: number;
  pages: number;
  /** Name in the query string. */
  name?: string;
}

export function Pagination({ p, page, pages, name = 'page' }: PaginationProps) {
  if (pages <= 1) return null;
  return (
    <nav class="pages" aria-label={p.t('web.pages')}>
      {page > 1 ? (
        <a rel="prev" href={pageHref(p.url, page - 1, name)}>
          {p.t('web.previous')}
        </a>
      ) : null}
      {pageLinks(p.url, page, pages, name).map((link) =>
        link === 'gap' ? (
          <span aria-hidden="true">…</span>
        ) : (
          <a
            href={link.href}
            aria-current={link.current ? 'page' : undefined}
            aria-label={p.t('web.page', { page: link.page })}
          >
            {p.number(link.page)}
          </a>
        ),
      )}
      {page < pages ? (
        <a rel="next" href={pageHref(p.url, page + 1, name)}>
          {p.t('web.next')}
        </a>
      ) : null}
    </nav>
  );
}
