import { composeText } from '../../kernel/compose-text.ts';
import type { Holding } from './model.ts';
import type { Standing } from './shelf-model.ts';

export interface TakenFile {
  href: string;
  kind: 'png' | 'svg' | 'json' | 'jwt' | 'pdf' | 'original';
  /** Of the original. */
  name?: string;
}

/** The files in which a holder can take a badge along. What came from elsewhere goes out as it came. */
export function filesToTake(holding: Holding, standing: Standing, originalName: string | undefined): TakenFile[] {
  const { id, credentialId, document } = holding;
  if (credentialId) {
    const at = `/credentials/${credentialId}`;
    const files: TakenFile[] = [
      { kind: 'png', href: `${at}/badge.png` },
      { kind: 'svg', href: `${at}/badge.svg` },
      { kind: 'json', href: `${at}/credential.json` },
    ];
    // nobody hangs up what was taken back
    const isTakenBack = standing === 'revoked' || standing === 'suspended';
    return isTakenBack ? files : [...files, { kind: 'pdf', href: `${at}/certificate.pdf` }];
  }
  const text: TakenFile = { kind: isJws(document) ? 'jwt' : 'json', href: `/backpack/${id}/document` };
  return originalName ? [{ kind: 'original', href: `/backpack/${id}/original`, name: originalName }, text] : [text];
}

export const isJws = (document: string): boolean => !document.trimStart().startsWith('{');

/** A name for a download, made of what the badge is called. */
export function fileNameOf(name: string, ending: string): string {
  const words = composeText(name)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  const plain = [...words.slice(0, 120)]
    .slice(0, 60)
    .join('')
    .replace(/\p{Cs}/gu, '');
  return `${plain || 'badge'}.${ending}`;
}

/** RFC 6266 §4.1, RFC 8187 */
export function attachmentNamed(name: string): string {
  const plain = name.replace(/[^\w. -]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
