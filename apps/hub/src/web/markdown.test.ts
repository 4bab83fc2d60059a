import { expect, it } from 'vitest';
import { renderMarkdown } from './markdown.ts';

it('renders emphasis, lists and paragraphs', () => {
  const html = renderMarkdown('We **teach**.\n\n- one\n- two');

  expect(html).toBe('<p>We <strong>teach</strong>.</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n');
});

it('shows HTML as text', () => {
  const html = renderMarkdown('<script>alert(1)</script><img src=x onerror=alert(1)>');

  expect(html).not.toMatch(/<(script|img)/);
  expect(html).toContain('&lt;script&gt;');
});

it.each([
  '[a](javascript:alert(1))',
  '[a](JaVaScRiPt&#58;alert(1))',
  '[a](data:text/html,<script>alert(1)</script>)',
  '[a](vbscript:x)',
  '<javascript:alert(1)>',
])('makes no link of %s', (text) => {
  expect(renderMarkdown(text)).not.toContain('href');
});

it('tells search engines that a link is somebody else’s word', () => {
  const html = renderMarkdown('[us](https://example.org "x\\" onclick=\\"y") and https://example.com');

  expect(html.match(/rel="nofollow ugc noopener"/g)).toHaveLength(2);
  expect(html).not.toMatch(/"\s+onclick=/);
});

it('fetches no pictures, and keeps their words', () => {
  expect(renderMarkdown('![a <spy>](https://example.org/pixel.png)')).toBe('<p>a &lt;spy&gt;</p>\n');
});

it('keeps headings below those of the page', () => {
  expect(renderMarkdown('# One\n\n##### Five')).toBe('<h3>One</h3>\n<h6>Five</h6>\n');
});

it('shows the beginning of a text that is longer than anybody reads', () => {
  const html = renderMarkdown('**Kept** ten kinds of seeds. '.repeat(40_000));

  expect(html).toContain('<strong>Kept</strong>');
  expect(html).toMatch(/…<\/p>\s*$/);
  expect(html.length).toBeLessThan(120_000);
});
