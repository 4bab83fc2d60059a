import { describe, expect, it } from 'vitest';
import { credentialLinksOf } from './credential-links.ts';

const page = 'https://issuer.example/public/assertions/1';
const links = (html: string, headers?: { link?: string }) => credentialLinksOf(html, page, headers);
const badge = '{"@context":["https://www.w3.org/ns/credentials/v2"],"type":["VerifiableCredential"]}';

describe('the page of a badge', () => {
  it.each([
    ['a link element', '<link rel="alternate" type="application/json" href="1.json">', 'link-element'],
    ['one in capitals, without quotes', '<LINK REL=alternate TYPE=application/ld+json HREF=1.json>', 'link-element'],
    ['one that says credential', "<link href='1.json' rel='x credential' type='application/vc'/>", 'link-element'],
    ['one with a profile', '<link rel=alternate type="application/ld+json; profile=x" href="1.json">', 'link-element'],
    ['a link to a file', '<a class="x" href="1.json">Download</a>', 'anchor'],
    ['a link with a type', '<a type="application/vc" href="1.json">Download</a>', 'anchor'],
    ['a picture to download', '<a download href="1.json.png">', 'anchor'],
    ['the picture it shows elsewhere', '<meta property="og:image" content="1.json.png">', 'picture'],
  ])('names it by %s', (_, html, via) => {
    const url = html.includes('.png')
      ? 'https://issuer.example/public/assertions/1.json.png'
      : 'https://issuer.example/public/assertions/1.json';

    expect(links(`<html><head>${html}</head>`)).toEqual([{ url, via }]);
  });

  it.each([
    ['<https://issuer.example/1.json>; rel="alternate"; type="application/vc"', 'https://issuer.example/1.json'],
    ['</a>; rel=next, </1.json>; type="application/json"; rel="up alternate"', 'https://issuer.example/1.json'],
  ])('names it in the header %s', (link, url) => {
    expect(links('', { link })).toEqual([{ url, via: 'link-header' }]);
  });

  it('may hold it', () => {
    const html = `<script type="application/ld+json">\n${badge}\n</script>`;

    expect(links(html)).toEqual([{ text: badge, via: 'json-ld' }]);
  });

  it('names the surest first, each address once', () => {
    const html = `<meta property="og:image" content="/1.png"><a href="/1.json"><script type="application/ld+json">${badge}</script>
      <link rel="alternate" type="application/json" href="/1.json"><link rel="alternate" type="application/vc" href="/1.json">`;

    const found = links(html, { link: '</0.json>; rel=alternate; type=application/vc' });

    expect(found.map(({ via }) => via)).toEqual(['link-header', 'json-ld', 'anchor', 'picture']);
  });

  it('writes addresses from its base, with entities', () => {
    const html =
      '<base href="https://cdn.example/x/"><base href="/ignored/"><link rel="alternate" type="application/json" href="b?a=1&amp;c=&#x32;">';

    expect(links(html)).toEqual([{ url: 'https://cdn.example/x/b?a=1&c=2', via: 'link-element' }]);
  });

  it.each([
    [
      'other formats',
      '<link rel="alternate" type="application/rss+xml" href="/feed"><link rel=alternate type="application/json+oembed" href="/o">',
    ],
    ['other relations', '<link rel="preload" type="application/json" href="/1.json">'],
    [
      'other schemes',
      '<a href="javascript:alert(1)//.json"><a href="file:///etc/x.json"><a href="data:application/json,{}">',
    ],
    ['comments', '<!-- <link rel="alternate" type="application/json" href="/1.json"> -->'],
    ['scripts', '<script>"<a href=1.json>"</script><style><a href=1.json></style><title><a href=1.json></title>'],
    ['an anchor of something else', ''],
    [
      'what is for search engines',
      '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Person","recipient":"x"}</script>',
    ],
    ['a broken description', `<script type="application/ld+json">${badge.slice(1)}</script>`],
  ])('does not name it by %s', (_, html) => {
    expect(links(html, { link: '</1.json>; rel=alternate; type="application/json"; anchor="/other"' })).toEqual([]);
  });

  it('gives no more links than the page of one badge has', () => {
    const html = Array.from({ length: 1_000 }, (_, index) => `<a href="${index}.json">`).join('');

    expect(links(html)).toHaveLength(20);
  });

  it.each([
    ['openings', '<a '.repeat(300_000)],
    ['quotation marks', '<a b="'.repeat(200_000)],
    ['comments without end', '<!--'.repeat(250_000)],
    ['scripts without end', '<script>'.repeat(100_000)],
    ['attributes', `<a ${'b=c '.repeat(250_000)}`],
    ['spaces', `<link${' '.repeat(1_000_000)}`],
    ['links in the header', ''],
  ])('of a megabyte of %s is scanned in one go', (_, html) => {
    expect(links(html, { link: '<'.repeat(1_000_000) })).toEqual([]);
  });
});
