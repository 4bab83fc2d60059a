/** The beginning of a Markdown text without its signs, for one line of a list. */
export function firstWords(markdown: string, most = 160): string {
  const plain = markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*([-+*]|\d+\.)\s+/gm, '· ')
    .replace(/^[#>\s]+|[*_`~]+/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain.length <= most) return plain;
  const cut = plain.slice(0, most);
  return `${cut.slice(0, cut.lastIndexOf(' ') > 80 ? cut.lastIndexOf(' ') : most)} …`;
}
