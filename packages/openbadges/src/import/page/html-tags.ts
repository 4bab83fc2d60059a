/** An opening tag of a web page: its name in lower case, its attributes, and for a `script` what stands in it. */
export interface HtmlTag {
  name: string;
  attributes: Map<string, string>;
  content: string;
}

/** Elements whose content is text and holds no tags (HTML §13.1.2). */
const rawText = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes']);
const longestContent = 1024 * 1024;

/**
 * The opening tags of a web page with one of these names, in their order: a tolerant scan over the text that looks at
 * each character once, executes nothing, and never fails.
 */
export function* htmlTags(html: string, names: ReadonlySet<string>): Generator<HtmlTag> {
  const opening = /<(?:(!--)|([a-z][a-z0-9]*)(?=[\s/>]))/gi;
  for (let match = opening.exec(html); match; match = opening.exec(html)) {
    const name = match[2]?.toLowerCase();
    if (name === undefined) {
      const end = html.indexOf('-->', opening.lastIndex);
      if (end < 0) return;
      opening.lastIndex = end + 3;
      continue;
    }
    const isWanted = names.has(name);
    if (!isWanted && !rawText.has(name)) continue;
    const { attributes, end } = attributesFrom(html, opening.lastIndex);
    const contentEnd = rawText.has(name) ? closingTag(html, name, end) : end;
    if (isWanted) yield { name, attributes, content: html.slice(end, Math.min(contentEnd, end + longestContent)) };
    opening.lastIndex = contentEnd;
  }
}

function closingTag(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}[\\s/>]`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? html.length;
}

/** HTML §13.2.5.32 to .40, as far as it matters: quoted and bare values, the first of two of one name. */
function attributesFrom(html: string, from: number): { attributes: Map<string, string>; end: number } {
  const attributes = new Map<string, string>();
  const next = /[\s/]*(?:(>)|([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?)/y;
  next.lastIndex = from;
  for (let match = next.exec(html); match; match = next.exec(html)) {
    const [, close, name = '', double, single, bare] = match;
    if (close !== undefined) return { attributes, end: next.lastIndex };
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, htmlText(double ?? single ?? bare ?? ''));
    from = next.lastIndex;
  }
  // A stray quotation mark or equals sign ends what can be read of this tag.
  const close = html.indexOf('>', from);
  return { attributes, end: close < 0 ? html.length : close + 1 };
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function htmlText(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name) return entities[name.toLowerCase()] ?? whole;
    const code = Number.parseInt(hex ?? decimal, hex ? 16 : 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
