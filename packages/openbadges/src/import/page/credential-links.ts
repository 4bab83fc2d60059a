import { asArray, isObject } from '../../model/json.ts';
import { detectDocument } from '../detect-document.ts';
import { parseJson } from '../parse-json.ts';
import { type HtmlTag, htmlTags } from './html-tags.ts';
import { linkHeader } from './link-header.ts';

/** Where a page says its badge is: an address to ask, or the document itself. */
export type CredentialLink =
  | { url: string; via: 'link-header' | 'link-element' | 'anchor' | 'picture' }
  | { text: string; via: 'json-ld' };

/** A page that names more than this is a catalogue and not the page of one badge. */
const mostLinks = 20;
const longestPage = 4 * 1024 * 1024;
const wanted = new Set(['a', 'base', 'link', 'meta', 'script']);

/**
 * Where a web page says that the badge it shows can be had, the surest first: the `Link` header and `<link>` elements
 * (rel alternate or credential, with a JSON or JWT type), JSON-LD in the page, links to JSON or JWS files, and last the
 * picture it shows elsewhere, which may be baked. The page is scanned, never executed; nothing is fetched.
 * Addresses are absolute, by `<base>` and the page's own; other schemes than http and https are left out.
 */
export function credentialLinksOf(html: string, pageUrl: string, headers: { link?: string } = {}): CredentialLink[] {
  let base = pageUrl;
  const found: CredentialLink[] = [];
  const add = (target: string | undefined, via: Exclude<CredentialLink['via'], 'json-ld'>, from = base) => {
    const url = absolute(target, from);
    if (url !== undefined && !found.some((link) => 'url' in link && link.url === url)) found.push({ url, via });
  };
  for (const { target, parameters } of linkHeader(headers.link ?? '')) {
    const isOther = parameters.has('anchor');
    if (!isOther && namesBadge(parameters.get('rel'), parameters.get('type'))) add(target, 'link-header', pageUrl);
  }
  for (const tag of htmlTags(html.slice(0, longestPage), wanted)) {
    const { name, attributes } = tag;
    const href = attributes.get('href');
    if (name === 'base' && base === pageUrl) base = absolute(href, pageUrl) ?? pageUrl;
    else if (name === 'link' && namesBadge(attributes.get('rel'), attributes.get('type'))) add(href, 'link-element');
    else if (name === 'a' && isBadgeFile(attributes)) add(href, 'anchor');
    else if (name === 'meta' && isPicture(attributes)) add(attributes.get('content'), 'picture');
    else if (name === 'script') for (const text of badgesInScript(tag)) found.push({ text, via: 'json-ld' });
    if (found.length >= mostLinks * 2) break;
  }
  return surestFirst(found).slice(0, mostLinks);
}

const order: CredentialLink['via'][] = ['link-header', 'link-element', 'json-ld', 'anchor', 'picture'];

function surestFirst(links: CredentialLink[]): CredentialLink[] {
  return order.flatMap((via) => links.filter((link) => link.via === via));
}

function absolute(target: string | undefined, base: string): string | undefined {
  const written = target?.trim();
  if (!written || written.length > 4096 || !URL.canParse(written, base || undefined)) return undefined;
  const url = new URL(written, base || undefined);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
}

/** A type ends in a suffix like `+ld+json`, but not in one of another protocol: `application/json+oembed` is none. */
function namesBadge(rel = '', type = ''): boolean {
  const relations = rel.toLowerCase().split(/\s+/);
  return (relations.includes('alternate') || relations.includes('credential')) && isBadgeType(type);
}

function isBadgeType(type: string): boolean {
  const [mediaType = ''] = type.toLowerCase().split(';');
  return /^application\/(json|ld\+json|vc|vc\+ld\+json|vc\+jwt|vc\+ld\+jwt|jwt|vp|vp\+jwt)$/.test(mediaType.trim());
}

function isBadgeFile(attributes: Map<string, string>): boolean {
  const type = attributes.get('type');
  if (type !== undefined) return isBadgeType(type);
  const path = (attributes.get('href') ?? '').split(/[?#]/)[0] ?? '';
  if (/\.(json|jsonld|jws|jwt)$/i.test(path)) return true;
  return attributes.has('download') && /\.(png|svg)$/i.test(path);
}

function isPicture(attributes: Map<string, string>): boolean {
  const name = attributes.get('property') ?? attributes.get('name') ?? '';
  return /^(og:image(:url|:secure_url)?|twitter:image)$/i.test(name);
}

/** Pages describe many things to search engines; only what is a badge by its vocabulary counts. */
function badgesInScript({ attributes, content }: HtmlTag): string[] {
  const [type = ''] = (attributes.get('type') ?? '').toLowerCase().split(';');
  if (!isBadgeType(type)) return [];
  const parsed = parseJson(content.trim());
  if (!parsed.ok) return [];
  if (isSureBadge(parsed.json)) return [content.trim()];
  const inner = Array.isArray(parsed.json) ? parsed.json : isObject(parsed.json) ? asArray(parsed.json['@graph']) : [];
  return inner
    .slice(0, mostLinks)
    .filter(isSureBadge)
    .map((each) => JSON.stringify(each));
}

function isSureBadge(json: unknown): boolean {
  const { kind, envelope, version } = detectDocument(json);
  return kind !== 'not-a-badge' && (envelope !== undefined || version === '1.1' || version === '2.0');
}
