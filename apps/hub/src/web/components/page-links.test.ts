import { describe, expect, it } from 'vitest';
import { pageHref, pageLinks } from './page-links.ts';

const pagesOf = (current: number, pages: number) =>
  pageLinks('/explore', current, pages).map((link) => (link === 'gap' ? '…' : link.page));

describe('links to other pages of a list', () => {
  it('keep the search and the order', () => {
    const href = pageHref('https://hub.example/explore?q=sea+shells&sort=name&page=2', 3);

    expect(href).toBe('/explore?q=sea+shells&sort=name&page=3');
  });

  it('leave the number out for the first page, so that one list has one address', () => {
    expect(pageHref('https://hub.example/explore?page=2', 1)).toBe('/explore');
    expect(pageHref('/explore?q=a&page=9', 1)).toBe('/explore?q=a');
  });

  it('show the ends and the neighbours, with a gap between', () => {
    expect(pagesOf(6, 11)).toEqual([1, '…', 5, 6, 7, '…', 11]);
  });

  it('show a single left-out page instead of a gap', () => {
    expect(pagesOf(4, 11)).toEqual([1, 2, 3, 4, 5, '…', 11]);
  });

  it('show every page of a short list once', () => {
    expect(pagesOf(1, 1)).toEqual([1]);
    expect(pagesOf(2, 3)).toEqual([1, 2, 3]);
  });

  it('use another name where a page has two lists', () => {
    expect(pageHref('/desk?page=4', 2, 'done')).toBe('/desk?page=4&done=2');
  });
});
