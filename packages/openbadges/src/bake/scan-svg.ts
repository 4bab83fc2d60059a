import { type CarriedFormat, carriedFormats, svgCarriers } from './badge-carriers.ts';
import { type XmlMarkup, XmlProblem, XmlScanner } from './xml-markup.ts';
import { xmlAttributes, xmlText } from './xml-text.ts';

/** One badge element in an SVG; positions are indexes into the text. */
export interface SvgBadge {
  format: CarriedFormat;
  start: number;
  end: number;
  /** The `verify` attribute: a compact JWS, or the address of a hosted assertion. */
  verify: string;
  body: string;
}

export interface SvgScan {
  /** The root's opening tag. */
  root: { name: string; start: number; end: number; isEmpty: boolean };
  /** What the root binds to prefixes; the empty one is the default. */
  bindings: Map<string, string>;
  badges: SvgBadge[];
}

/** Deeper than any drawing. */
const maxDepth = 256;

/**
 * Reads an SVG once and finds its badge elements by namespace, whatever their prefix.
 * Entities are never expanded; a document that declares any is refused ('entities').
 */
export function scanSvg(svg: string): SvgScan | 'entities' | 'not-svg' {
  try {
    return new SvgReader(svg).read();
  } catch (error) {
    if (error instanceof XmlProblem) return error.reason === 'entities' ? 'entities' : 'not-svg';
    throw error;
  }
}

class SvgReader {
  private readonly scanner: XmlScanner;
  private readonly open: string[] = [];
  /** Namespaces bound inside the document: the last one for a prefix counts while its element is open. */
  private readonly scopes: { depth: number; bindings: Map<string, string> }[] = [];
  private nextBinding: number;
  private scan: SvgScan | undefined;
  private badge: { found: SvgBadge; depth: number } | undefined;

  constructor(svg: string) {
    this.scanner = new XmlScanner(svg);
    this.nextBinding = svg.indexOf('xmlns');
  }

  read(): SvgScan {
    for (let markup = this.scanner.next(); markup; markup = this.scanner.next()) {
      if (markup.kind === 'open' || markup.kind === 'empty') this.opened(markup);
      else if (markup.kind === 'close') this.closed(markup.content, markup.end);
      else this.said(markup);
    }
    if (!this.scan || this.open.length > 0) throw new XmlProblem('broken');
    return this.scan;
  }

  private opened(tag: XmlMarkup): void {
    if (this.scan && this.open.length === 0) throw new XmlProblem('broken');
    if (this.open.length >= maxDepth) throw new XmlProblem('broken');
    this.open.push(tag.content);
    this.bind(tag);
    const [, local = ''] = splitName(tag.content);
    if (!this.scan) this.scan = this.rooted(tag, local);
    else if (!this.badge && isBadgeName(local)) this.badge = this.badgeAt(tag, local);
    if (tag.kind === 'empty') this.closed(tag.content, tag.end);
  }

  private rooted(root: XmlMarkup, local: string): SvgScan {
    const { content: name, start, end, kind } = root;
    if (local !== 'svg') throw new XmlProblem('broken');
    this.attributesOf(root);
    const bindings = this.scopes[0]?.bindings ?? new Map();
    return { root: { name, start, end, isEmpty: kind === 'empty' }, bindings, badges: [] };
  }

  /** Only a tag with the letters `xmlns` in it can bind a namespace; of the others, the attributes are not looked at. */
  private bind(tag: XmlMarkup): void {
    if (this.nextBinding < tag.start) this.nextBinding = this.scanner.text.indexOf('xmlns', tag.start);
    if (this.nextBinding < 0) this.nextBinding = Number.POSITIVE_INFINITY;
    if (this.nextBinding >= tag.end) return;
    const bindings = new Map<string, string>();
    for (const [name, value] of this.attributesOf(tag)) {
      if (name === 'xmlns') bindings.set('', value);
      else if (name.startsWith('xmlns:')) bindings.set(name.slice(6), value);
    }
    this.scopes.push({ depth: this.open.length, bindings });
  }

  private badgeAt(tag: XmlMarkup, local: string) {
    const [prefix] = splitName(tag.content);
    const namespace = this.scopes.findLast(({ bindings }) => bindings.has(prefix))?.bindings.get(prefix);
    // Binding its prefix at the root, as baking does, would give a meaning to what has none.
    if (namespace === undefined && prefix !== '') throw new XmlProblem('broken');
    const format = formatOf(namespace ?? '', local);
    if (!format) return undefined;
    const verify = this.attributesOf(tag).get('verify')?.trim() ?? '';
    return { depth: this.open.length, found: { format, start: tag.start, end: tag.end, verify, body: '' } };
  }

  private attributesOf(tag: XmlMarkup): Map<string, string> {
    return xmlAttributes(this.scanner.text.slice(tag.start + 1 + tag.content.length, tag.end));
  }

  private closed(name: string, end: number): void {
    if (this.open.at(-1) !== name) throw new XmlProblem('broken');
    const depth = this.open.length;
    if (this.scopes.at(-1)?.depth === depth) this.scopes.pop();
    if (this.badge?.depth === depth) {
      const { found } = this.badge;
      this.scan?.badges.push({ ...found, end, body: found.body.trim() });
      this.badge = undefined;
    }
    this.open.pop();
  }

  private said({ kind, content }: XmlMarkup): void {
    const text = kind === 'cdata' ? content : xmlText(content);
    if (this.badge) this.badge.found.body += text;
    else if (this.open.length === 0 && /[^\s\uFEFF]/.test(text)) throw new XmlProblem('broken');
  }
}

function splitName(name: string): [string, string] {
  const colon = name.indexOf(':');
  return colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)];
}

function isBadgeName(local: string): boolean {
  return local === 'credential' || local === 'assertion';
}

function formatOf(namespace: string, local: string): CarriedFormat | undefined {
  return carriedFormats.find((format) => {
    const { namespaces, name } = svgCarriers[format];
    return name === local && namespaces.includes(namespace);
  });
}
