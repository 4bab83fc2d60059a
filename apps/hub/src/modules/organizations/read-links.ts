import { isWebAddress } from '../../kernel/addresses.ts';

const mostLinks = 12;

/** "Where we publish https://example.org/papers": one link a line, its words before the address. */
export function readLinks(text: string): { links: { label: string; url: string }[] } | { badLine: number } {
  const links: { label: string; url: string }[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [, words = '', url = ''] = /^(.*?)\s*(\S+)$/u.exec(line.trim()) ?? [];
    if (!isWebAddress(url) || words.length > 100 || links.length >= mostLinks) return { badLine: index + 1 };
    links.push({ label: words || new URL(url).hostname, url });
  }
  return { links };
}

export function writeLinks(links: { label: string; url: string }[]): string {
  return links.map(({ label, url }) => `${label} ${url}`).join('\n');
}
