import type { App } from '../../../kernel/app.ts';
import { isOpen, type ShareLink } from '../model.ts';
import { shareToken } from '../share-links.ts';
import type { ShownLink } from '../views/share-links.tsx';

/** Share links with their addresses, for their holder. */
export function shownLinks(app: App, links: ShareLink[]): ShownLink[] {
  const now = app.clock();
  return links.map((link) => ({ ...link, url: app.urls.share(shareToken(app, link.id)), isOpen: isOpen(link, now) }));
}
