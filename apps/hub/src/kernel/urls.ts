import type { ActorId, Id } from './ids.ts';

/** Every address that leaves the hub. A credential carries them for ever: add, never change. */
export interface Urls {
  /** Without a slash at its end. */
  base: string;
  /** True when strangers can reach the hub and nobody on the way can change what they read. */
  isPublic: boolean;
  page(path: string): string;
  issuer(id: ActorId): string;
  issuerDid(id: ActorId): string;
  achievement(id: Id<'ach'>): string;
  achievementImage(id: Id<'ach'>, kind: 'png' | 'svg'): string;
  credential(id: Id<'crd'>): string;
  statusList(id: Id<'stl'>): string;
  claim(token: string): string;
  code(code: string): string;
  share(token: string): string;
  file(id: Id<'fil'>, name?: string): string;
}

export function makeUrls(base: string): Urls {
  const page = (path: string) => `${base}${path}`;
  const { protocol, host, hostname } = new URL(base);
  return {
    base,
    isPublic: protocol === 'https:' && !isPrivateName(hostname),
    page,
    issuer: (id) => page(`/issuers/${id}`),
    // did:web method specification §3: a port is written as %3A
    issuerDid: (id) => `did:web:${host.replace(':', '%3A')}:issuers:${id}`,
    achievement: (id) => page(`/achievements/${id}`),
    achievementImage: (id, kind) => page(`/achievements/${id}/image.${kind}`),
    credential: (id) => page(`/credentials/${id}`),
    statusList: (id) => page(`/status/${id}`),
    claim: (token) => page(`/claim/${token}`),
    code: (code) => page(`/c/${code}`),
    share: (token) => page(`/s/${token}`),
    file: (id, name) => page(`/files/${id}${name ? `/${encodeURIComponent(name)}` : ''}`),
  };
}

const privateNames = /^(localhost|.*\.localhost|.*\.local|.*\.internal|.*\.home\.arpa|[^.]+)$/i;
const privateNumbers =
  /^(127\.|10\.|192\.168\.|169\.254\.|0\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|\[)/;

/** Names and numbers that mean nothing outside one house. */
export function isPrivateName(hostname: string): boolean {
  return privateNames.test(hostname) || privateNumbers.test(hostname);
}
