export interface PageLink {
  page: number;
  href: string;
  current: boolean;
}

/** Where a list of pages leaves something out. */
export type PageGap = 'gap';

/** First, last, and the neighbours of the current page; one missing page is shown, not dotted. */
export function pageLinks(url: string, current: number, pages: number, name = 'page'): (PageLink | PageGap)[] {
  const shown = [...new Set([1, current - 1, current, current + 1, pages])]
    .filter((page) => page >= 1 && page <= pages)
    .sort((a, b) => a - b);
  return shown.flatMap((page, index) => {
    const before = shown[index - 1] ?? page - 1;
    const link = linkTo(page);
    if (page - before === 2) return [linkTo(page - 1), link];
    return page - before > 2 ? (['gap', link] as const) : [link];
  });

  function linkTo(page: number): PageLink {
    return { page, href: pageHref(url, page, name), current: page === current };
  }
}

/** The same address, its search and order kept, on another page. */
export function pageHref(url: string, page: number, name = 'page'): string {
  const { pathname, searchParams } = new URL(url, 'http://hub.invalid');
  if (page <= 1) searchParams.delete(name);
  else searchParams.set(name, String(page));
  const query = searchParams.toString();
  return query ? `${pathname}?${query}` : pathname;
}
