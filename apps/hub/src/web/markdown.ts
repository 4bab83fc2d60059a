import MarkdownIt from 'markdown-it';

/** No HTML, no pictures; headings start below those of the page. */
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true, maxNesting: 30 });
// The words of a picture stay; the picture would tell its owner who reads.
markdown.renderer.rules.image = (tokens, index) => markdown.utils.escapeHtml(tokens[index]?.content ?? '');
markdown.validateLink = (url) => /^(https?:|mailto:)/i.test(url.trim());
markdown.core.ruler.push('below-the-page', (state) => {
  for (const token of state.tokens) {
    if (token.type.startsWith('heading_')) token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + 2)}`;
    for (const inner of token.children ?? []) {
      if (inner.type === 'link_open') inner.attrSet('rel', 'nofollow ugc noopener');
    }
  }
});

/** Five times what can be written here; a badge from elsewhere may hold a megabyte. */
const longest = 50_000;

/** What people wrote, as HTML that can do no harm: put it in with `raw()`. */
export function renderMarkdown(text: string): string {
  return markdown.render(text.length > longest ? `${text.slice(0, longest)} …` : text);
}
