import { BadgeError } from '../model/badge-error.ts';

/** did:web §2.5.2: where the document of a did:web lies. Throws `did.invalid`. */
export function didWebUrl(did: string): string {
  const [, rest] = /^did:web:([^#?/\s]+)$/.exec(did) ?? [];
  const parts = rest?.split(':').map((part) => decode(part, did)) ?? [];
  const [host, ...path] = parts;
  if (!host || !/^[A-Za-z0-9.-]+(:\d+)?$/.test(host)) throw new BadgeError('did.invalid', { did });
  if (path.some((segment) => segment === '' || /^\.\.?$|[/\\?#\s]/.test(segment))) {
    throw new BadgeError('did.invalid', { did });
  }
  const location = path.length > 0 ? path.map(encodeURIComponent).join('/') : '.well-known';
  return `https://${host}/${location}/did.json`;
}

/** The did:web of an https address; its inverse is `didWebUrl` without the document's name. */
export function didWebOf(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') throw new BadgeError('did.invalid', { did: url });
  const path = pathname.split('/').filter((segment) => segment !== '');
  return ['did:web', host.replace(':', '%3A'), ...path].join(':');
}

function decode(part: string, did: string): string {
  try {
    return decodeURIComponent(part);
  } catch (cause) {
    throw new BadgeError('did.invalid', { did }, cause);
  }
}
