import type { Child } from 'hono/jsx';
import type { App } from '../../../kernel/app.ts';
import type { ActorId } from '../../../kernel/ids.ts';
import type { Page } from '../../../web/page.ts';

/** What an issuer gives, as its pages show it; null when there is nothing to show yet. */
export type BadgeShelf = (app: App, p: Page, issuerId: ActorId) => Promise<Child | null>;

let shelf: BadgeShelf = async () => null;

/** Called where the program is put together, by those who know about badges. */
export function fillBadgeShelf(fill: BadgeShelf): void {
  shelf = fill;
}

export const badgeShelf: BadgeShelf = (app, p, issuerId) => shelf(app, p, issuerId);
