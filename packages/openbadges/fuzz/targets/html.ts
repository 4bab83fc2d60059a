import { credentialLinksOf } from '../../src/import/page/credential-links.ts';
import { readBadge } from '../../src/import/read-badge.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { mutateBytes } from '../mutate-bytes.ts';
import { mutateText } from '../mutate-text.ts';
import { official, signedBadge } from '../samples.ts';

const samples = [
  `<!doctype html><html><head><base href="/x/"><link rel="alternate" type="application/ld+json" href="1.json?a&amp;b"><meta property="og:image" content='/1.png'><script type="application/ld+json">${JSON.stringify(signedBadge)}</script></head><body><!-- c --><a download href=2.png>x</a><svg></svg></body></html>`,
  '</1.json>; rel="alternate"; type="application/vc", <2>; rel=next; title="a, b"',
  ...official(/\.html$/).map((bytes) => new TextDecoder().decode(bytes)),
];
const words = [
  '<',
  '>',
  '/>',
  '"',
  "'",
  '=',
  '&',
  '&amp;',
  '&#x110000;',
  '&#55296;',
  '<!--',
  '-->',
  '<script>',
  '</script>',
  '<script type="application/ld+json">',
  '<style>',
  '<base href="',
  '<link rel=alternate type="application/json" href=',
  '<a href=',
  'javascript:',
  'https://',
  '//',
  '[{"@graph":[',
  '; rel=alternate',
  '\u0000',
  '<title>',
  '<textarea',
  '<LINK ',
];
const bytesOf = samples.map((sample) => new TextEncoder().encode(sample));

/** Web pages and `Link` headers. Whatever they say, addresses that come out of them are of the web. */
export const html: FuzzTarget = {
  name: 'html',
  make: (dice) =>
    dice.once(5)
      ? mutateBytes(dice.pick(bytesOf), dice, bytesOf)
      : new TextEncoder().encode(mutateText(dice.pick(samples), dice, samples, words)),
  feed(input) {
    const text = new TextDecoder().decode(input);
    readBadge(input);
    const links = credentialLinksOf(text, 'https://page.example/a/b', { link: text });
    for (const link of links) {
      if ('url' in link && !/^https?:\/\/[^/]/.test(link.url))
        throw new Error(`an address of another kind: ${link.url}`);
    }
    return links.length;
  },
};
