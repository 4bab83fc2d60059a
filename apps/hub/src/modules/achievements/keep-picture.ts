import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Person } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { type Id, isId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { mostMegabytes, pictureKind, sanitiseSvg, squareImage } from '../../platform/pictures/index.ts';

type Needs = Pick<App, 'db' | 'files' | 'keys' | 'limits'>;

/**
 * Keeps an uploaded picture, cleaned and squared, and returns the token by which this person's form refers to it.
 * Nothing points to it before the badge is saved.
 */
export async function keepPicture(app: Needs, person: Person, bytes: Uint8Array): Promise<string> {
  await app.limits.take(`badge picture ${person.personId}`, { capacity: 30, perMinute: 10 });
  const picture = await cleaned(bytes);
  const kept = await app.db.transaction().execute((tx) => app.files.keep(tx, { ...picture, isPublic: true }));
  return `${kept.id}.${signature(app, person, kept.id)}`;
}

async function cleaned(bytes: Uint8Array) {
  if (bytes.length > mostMegabytes * 1024 * 1024) throw new Refusal('image.too-large', { megabytes: mostMegabytes });
  if (pictureKind(bytes) !== 'svg') return { bytes: await squareImage(bytes), type: 'image/png', name: 'badge.png' };
  const svg = sanitiseSvg(new TextDecoder().decode(bytes));
  return { bytes: new TextEncoder().encode(svg), type: 'image/svg+xml', name: 'badge.svg' };
}

/** The picture that a token names; undefined when the token is not this person's. */
export function pictureOfToken(app: Pick<App, 'keys'>, person: Person, token: string): Id<'fil'> | undefined {
  const [id = '', given = ''] = token.split('.');
  if (!isId('fil', id)) return undefined;
  const [left, right] = [Buffer.from(given), Buffer.from(signature(app, person, id))];
  return left.length === right.length && timingSafeEqual(left, right) ? id : undefined;
}

function signature(app: Pick<App, 'keys'>, person: Person, id: string): string {
  return createHmac('sha256', app.keys.derive('badge picture')).update(`${person.personId} ${id}`).digest('base64url');
}
