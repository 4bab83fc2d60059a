import { SaxesParser } from 'saxes';
import { svgElements } from './badge-carriers.ts';

/** One badge element in an SVG; positions are indexes into the text. */
export interface SvgBadge {
  namespace: string;
  start: number;
  end: number;
  /** The `verify` attribute: a compact JWS, or the address of a hosted assertion. */
  verify: string;
  body: string;
}

export interface SvgScan {
  /** The index just after the opening tag of the root element. */
  rootEnd: number;
  rootIsEmpty: boolean;
  /** What the root binds to the prefix `openbadges`. */
  boundNamespace: string | undefined;
  badges: SvgBadge[];
}

/**
 * Reads an SVG once, as a stream, and finds its badge elements by namespace, whatever their prefix.
 * Entities are never expanded; a document that declares any is refused ('entities').
 */
export function scanSvg(svg: string): SvgScan | 'entities' | 'not-svg' {
  const scan: SvgScan = { rootEnd: -1, rootIsEmpty: false, boundNamespace: undefined, badges: [] };
  let depth = 0;
  let open: { badge: SvgBadge; depth: number } | undefined;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('<!ENTITY')) throw new Stop('entities');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > 256) throw new Stop('not-svg');
    if (depth === 1) {
      if (tag.local !== 'svg') throw new Stop('not-svg');
      scan.rootEnd = parser.position;
      scan.rootIsEmpty = tag.isSelfClosing;
      scan.boundNamespace = tag.ns?.openbadges;
    } else if (!open && isBadgeElement(tag.uri, tag.local)) {
      const start = svg.lastIndexOf('<', parser.position - 1);
      const verify = tag.attributes.verify?.value.trim() ?? '';
      open = { depth, badge: { namespace: tag.uri, start, end: -1, verify, body: '' } };
    }
  });
  const collect = (text: string) => {
    if (open) open.badge.body += text;
  };
  parser.on('text', collect);
  parser.on('cdata', collect);
  parser.on('closetag', () => {
    if (open?.depth === depth) {
      scan.badges.push({ ...open.badge, end: parser.position, body: open.badge.body.trim() });
      open = undefined;
    }
    depth -= 1;
  });
  parser.on('error', () => {
    throw new Stop('not-svg');
  });
  try {
    parser.write(svg).close();
  } catch (error) {
    if (error instanceof Stop) return error.reason;
    throw error;
  }
  return scan;
}

class Stop extends Error {
  readonly reason: 'entities' | 'not-svg';

  constructor(reason: Stop['reason']) {
    super(reason);
    this.reason = reason;
  }
}

function isBadgeElement(uri: string, local: string): boolean {
  return svgElements.some(({ namespace, name }) => namespace === uri && name === local);
}
