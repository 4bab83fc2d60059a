import { BadgeError } from '../model/badge-error.ts';
import { type BakeOptions, type CarriedFormat, maxBakedText, maxSvg, svgCarriers } from './badge-carriers.ts';
import { hostedAddress } from './hosted-address.ts';
import { type SvgBadge, type SvgScan, scanSvg } from './scan-svg.ts';

/**
 * Puts a badge (JSON text, compact JWS, or for older ones an address) into an SVG, directly after its opening tag
 * (OB 3.0 §5.3.1, OB 2.0 baking). Everything else stays as it was.
 *
 * Throws `bake.not-an-svg`, `bake.svg-with-entities` or `bake.too-large`.
 */
export function bakeSvg(svg: string, badge: string, options: BakeOptions = {}): string {
  const { format = 'openbadgecredential', keepOthers = false } = options;
  if (badge.length > maxBakedText) throw new BadgeError('bake.too-large', { limit: `${maxBakedText}` });
  if (svg.length > maxSvg) throw new BadgeError('bake.too-large', { limit: `${maxSvg}` });
  const scan = scanSvg(svg);
  if (scan === 'entities') throw new BadgeError('bake.svg-with-entities');
  if (scan === 'not-svg') throw new BadgeError('bake.not-an-svg');
  const replaced = keepOthers ? [] : scan.badges.filter((each) => each.format === format);
  const { root, bindings } = scan;
  const { prefix, namespaces } = svgCarriers[format];
  const bound = bindings.get(prefix);
  const element = badgeElement(badge, format, bound === undefined || namespaces.includes(bound));
  const opening = svg.slice(0, root.end).replace(/\s*\/?>$/, '');
  const binding = bound === undefined ? ` xmlns:${prefix}="${namespaces[0]}"` : '';
  const rest = root.isEmpty ? `</${root.name}>${svg.slice(root.end)}` : withoutBadges(svg, scan, replaced);
  return `${opening}${binding}>${element}${rest}`;
}

function badgeElement(badge: string, format: CarriedFormat, isBound: boolean): string {
  const { namespaces, prefix, name } = svgCarriers[format];
  const opening = `<${prefix}:${name}${isBound ? '' : ` xmlns:${prefix}="${namespaces[0]}"`}`;
  if (/^[\w-]+\.[\w-]*\.[\w-]+$/.test(badge)) return `${opening} verify="${badge}"/>`;
  if (/^https?:\S+$/i.test(badge)) return `${opening} verify="${attributeText(badge)}"/>`;
  const address = format === 'openbadges' ? hostedAddress(badge) : undefined;
  const verify = address === undefined ? '' : ` verify="${attributeText(address)}"`;
  return `${opening}${verify}><![CDATA[${characters(badge)}]]></${prefix}:${name}>`;
}

/** What XML cannot hold is written the way JSON can: as an escape in a string (XML 1.0 §2.2). */
function characters(json: string): string {
  const safe = json.replace(/[\ufffe\uffff]|\p{Surrogate}/gu, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`);
  return safe.replaceAll(']]>', ']]]]><![CDATA[>');
}

function attributeText(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function withoutBadges(svg: string, { root }: SvgScan, badges: SvgBadge[]): string {
  let kept = '';
  let at = root.end;
  for (const badge of badges) {
    kept += svg.slice(at, badge.start);
    at = badge.end;
  }
  return kept + svg.slice(at);
}
