import type { App } from '../../kernel/app.ts';
import type { ActorId } from '../../kernel/ids.ts';

/** How many credentials of an issuer were signed in a time; undefined when nobody keeps count. */
export type SignedCount = (
  app: Pick<App, 'db'>,
  issuerId: ActorId,
  from: Date,
  to: Date,
) => Promise<number | undefined>;

let count: SignedCount = async () => undefined;

/** Called where the program is put together, by those who keep the credentials. */
export function fillSignedCount(fill: SignedCount): void {
  count = fill;
}

export const signedCount: SignedCount = (app, issuerId, from, to) => count(app, issuerId, from, to);
