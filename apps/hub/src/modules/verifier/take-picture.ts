import type { FetchAnswer, Report } from 'openbadges';
import { attempt } from '../../kernel/refusal.ts';
import { pictureKind, renderPng, sanitiseSvg, squareImage } from '../../platform/pictures/index.ts';
import type { OutsideWorld } from './outside-world.ts';

const accept = 'image/png, image/svg+xml, image/webp, image/jpeg, image/gif;q=0.8';
const edge = 512;

/**
 * The picture that the badge itself names, as a plain PNG: never the file that was brought, whose looks nobody signed.
 * The request for it is added to the report.
 */
export async function takePicture(report: Report, { fetch }: Pick<OutsideWorld, 'fetch'>): Promise<Buffer | undefined> {
  const address = report.badge?.image;
  if (address === undefined) return undefined;
  const bytes = address.startsWith('data:') ? dataOf(address) : bytesOf(await fetch(address, { accept }), report);
  return bytes && drawn(bytes);
}

/** How the file itself looks, for a small picture that says so; undefined when it is none. */
export async function carrierPicture(content: Uint8Array | string): Promise<Buffer | undefined> {
  if (typeof content === 'string' || !pictureKind(content)) return undefined;
  return drawn(content);
}

async function drawn(bytes: Uint8Array): Promise<Buffer | undefined> {
  const result = await attempt(async () =>
    pictureKind(bytes) === 'svg' ? renderPng(sanitiseSvg(new TextDecoder().decode(bytes)), edge) : squareImage(bytes),
  );
  return 'done' in result ? result.done : undefined;
}

/** RFC 2397 */
function dataOf(address: string): Uint8Array | undefined {
  const [, encoded, body] = /^data:[^,]{0,200}?(;base64)?,(.*)$/s.exec(address) ?? [];
  if (body === undefined) return undefined;
  return encoded ? Buffer.from(body, 'base64') : Buffer.from(body.replace(/%[\da-f]{2}/gi, unescapeByte), 'latin1');
}

function unescapeByte(sign: string): string {
  return String.fromCharCode(Number.parseInt(sign.slice(1), 16));
}

function bytesOf(answer: FetchAnswer, report: Report): Uint8Array | undefined {
  const { url, status } = answer;
  report.requests.push({ url, purpose: 'image', status, ...(answer.ok ? {} : { failure: answer.failure }) });
  return answer.ok ? answer.body : undefined;
}
