import { composeText } from '../../kernel/compose-text.ts';
/** What a file may be called everywhere, made of a badge's name: no separators, no control or direction signs. */
export function carrierName(badge: string, extension: string): string {
  const plain = composeText(badge.slice(0, 500))
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\\/:*?"<>|%]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '');
  return `${[...plain].slice(0, 80).join('').trim() || 'badge'}.${extension}`;
}

/** RFC 6266 §4: a plain name for old readers, and the whole one (RFC 8187) for all others. */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const [, ending = ''] = /(\.[a-z0-9]{1,10})$/i.exec(name) ?? [];
  const stem = name
    .slice(0, name.length - ending.length)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]+/g, '_')
    .replace(/["\\;]+/g, '')
    .replace(/ +/g, ' ');
  const ascii = /[a-z0-9]/i.test(stem) ? stem : 'badge';
  const exact = encodeURIComponent(name.replace(/\p{Cs}/gu, '')).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${ascii}${ending}"; filename*=UTF-8''${exact}`;
}
