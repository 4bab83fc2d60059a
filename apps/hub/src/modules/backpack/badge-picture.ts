import type { BadgeView, Fetch } from 'openbadges';
import { attempt } from '../../kernel/refusal.ts';
import { pictureKind, renderPng, sanitiseSvg, squareImage } from '../../platform/pictures/index.ts';

const accept = 'image/png, image/svg+xml, image/webp, image/jpeg, image/gif;q=0.8';
const edge = 1024;

/**
 * The picture of a badge as a plain PNG: the one that the badge names, since its issuer chose that; where it cannot be
 * had, the file that the badge came in. Undefined when neither is a picture.
 */
export async function badgePicture(
  view: Pick<BadgeView, 'image'>,
  file: Uint8Array | undefined,
  fetch: Fetch,
): Promise<Buffer | undefined> {
  const named = view.image === undefined ? undefined : await bytesAt(view.image, fetch);
  return (named && (await drawn(named))) ?? (file && (await drawn(file)));
}

async function bytesAt(address: string, fetch: Fetch): Promise<Uint8Array | undefined> {
  if (address.startsWith('data:')) return dataOf(address);
  if (!/^https?:/i.test(address)) return undefined;
  const answer = await fetch(address, { accept });
  return answer.ok ? answer.body : undefined;
}

/** RFC 2397 */
function dataOf(address: string): Uint8Array | undefined {
  const [, encoded, body] = /^data:[^,]{0,200}?(;base64)?,(.*)$/s.exec(address) ?? [];
  if (body === undefined) return undefined;
  if (encoded) return Buffer.from(body, 'base64');
  const plain = body.replace(/%[\da-f]{2}/gi, (sign) => String.fromCharCode(Number.parseInt(sign.slice(1), 16)));
  return Buffer.from(plain, 'latin1');
}

async function drawn(bytes: Uint8Array): Promise<Buffer | undefined> {
  const kind = pictureKind(bytes);
  if (!kind) return undefined;
  const result = await attempt(async () =>
    kind === 'svg' ? renderPng(sanitiseSvg(new TextDecoder().decode(bytes)), edge) : squareImage(bytes),
  );
  return 'done' in result ? result.done : undefined;
}
