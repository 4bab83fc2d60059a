import type { FetchAnswer } from './environment.ts';

/** The address of the badge that a web page shows: `<link rel="alternate" type="application/…json" href="…">`. */
export function pageLink(answer: FetchAnswer): string | undefined {
  const page = answer.ok ? new TextDecoder().decode(answer.body.subarray(0, 256 * 1024)) : undefined;
  for (const [tag] of page?.matchAll(/<link\s[^<>]{1,1000}>/gi) ?? []) {
    const type = /\btype\s*=\s*["']?application\/(vc|ld\+json|vc\+ld\+json|json)["'\s>]/i.test(tag);
    const [, href] = /\bhref\s*=\s*["']([^"']+)["']/i.exec(tag) ?? [];
    const isAlternate = /\brel\s*=\s*["']?[^"'>]*\balternate\b/i.test(tag);
    if (type && isAlternate && href && URL.canParse(href, answer.url)) return new URL(href, answer.url).href;
  }
  return undefined;
}
