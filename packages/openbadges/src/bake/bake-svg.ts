import { BadgeError } from '../model/badge-error.ts';
import { type SvgBadge, type SvgScan, scanSvg } from './scan-svg.ts';

const namespace = 'https://purl.imsglobal.org/ob/v3p0';

/**
 * Puts a signed credential (JSON text or compact JWS) into an SVG, directly after its opening tag (OB 3.0 §5.3.1).
 * Everything else stays as it was; a credential that was in it is replaced.
 */
export function bakeSvg(svg: string, credential: string): string {
  const scan = scanSvg(svg);
  if (typeof scan === 'string' || scan.rootIsEmpty) throw new BadgeError('bake.not-an-svg');
  const root = svg.slice(0, scan.rootEnd);
  const element = badgeElement(credential, scan.boundNamespace === undefined || scan.boundNamespace === namespace);
  return withBinding(root, scan) + element + withoutBadges(svg, scan.rootEnd, scan.badges);
}

function badgeElement(credential: string, isBound: boolean): string {
  const binding = isBound ? '' : ` xmlns:openbadges="${namespace}"`;
  if (/^[\w-]+\.[\w-]*\.[\w-]+$/.test(credential)) {
    return `<openbadges:credential${binding} verify="${credential}"/>`;
  }
  const body = credential.replaceAll(']]>', ']]]]><![CDATA[>');
  return `<openbadges:credential${binding}><![CDATA[${body}]]></openbadges:credential>`;
}

/** The text up to the end of the root's opening tag, with the prefix bound where it was not. */
function withBinding(root: string, scan: SvgScan): string {
  if (scan.boundNamespace !== undefined) return root;
  return `${root.slice(0, -1)} xmlns:openbadges="${namespace}">`;
}

function withoutBadges(svg: string, from: number, badges: SvgBadge[]): string {
  let kept = '';
  let at = from;
  for (const badge of badges.filter((each) => each.namespace === namespace)) {
    kept += svg.slice(at, badge.start);
    at = badge.end;
  }
  return kept + svg.slice(at);
}
