import { type FoundDocument, readBadge } from 'openbadges';
import type { App } from '../../kernel/app.ts';
import type { Id } from '../../kernel/ids.ts';
import { type Brought, mostBadges } from './model.ts';
import { openWorld } from './outside-world.ts';
import { verifyAndRemember } from './verify-and-remember.ts';

type Needs = Pick<App, 'clock' | 'db' | 'fetch' | 'newId' | 'urls'>;

const atOnce = 6;

/** Every badge in what was brought: a ZIP, a PDF or a list may hold several. */
export function separate(brought: Brought[]): Brought[] {
  return brought.flatMap((one) => {
    const reading = readBadge(one.content, { fileName: one.name });
    if (!reading.ok || reading.documents.length < 2) return [one];
    return reading.documents.map((document) => separated(one, document));
  });
}

function separated({ name }: Brought, { text, carrier, fileName }: FoundDocument): Brought {
  return { content: text, carrier, name: [name, fileName].filter(Boolean).join(' › ') || undefined };
}

/** Verifies all of them; gives the id of the one answer, or of the page that lists them. */
export async function verifyMany(app: Needs, brought: Brought[], recipient?: string): Promise<Id<'ver'>> {
  const all = separate(brought).slice(0, mostBadges);
  const world = await openWorld(app);
  const batch = all.length > 1 ? app.newId('ver') : undefined;
  const ids: Id<'ver'>[] = [];
  for (let start = 0; start < all.length; start += atOnce) {
    const some = all.slice(start, start + atOnce).map(async ({ content, name, carrier }, at) => {
      const among = { batch, place: start + at, world };
      const { id } = await verifyAndRemember(app, content, { recipient, name, carrier, ...among });
      return id;
    });
    ids.push(...(await Promise.all(some)));
  }
  const [first] = ids;
  if (!first) throw new Error('nothing was brought');
  return batch ?? first;
}
