import type { App } from '../../kernel/app.ts';
import type { Achievement } from '../achievements/index.ts';
import type { Issuer } from '../profiles/index.ts';

const escapeXml = (text: string) =>
  text.replace(/[^\P{C}\n\t]/gu, '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** RFC 4287: what an issuer has published, newest first. */
export function atomFeed(app: Pick<App, 'urls'>, issuer: Issuer, achievements: Achievement[]): string {
  const list = `${app.urls.issuer(issuer.id)}/achievements`;
  const updated = achievements[0]?.publishedAt ?? issuer.createdAt;
  const entries = achievements.map((achievement) => entry(app, achievement)).join('');
  return (
    `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(issuer.lang)}">` +
    `<id>${list}</id><title>${escapeXml(issuer.name)}</title><updated>${updated.toISOString()}</updated>` +
    `<author><name>${escapeXml(issuer.name)}</name></author><link rel="self" href="${list}.atom"/>` +
    `<link rel="alternate" type="text/html" href="${app.urls.page(`/explore?issuer=${issuer.id}`)}"/>${entries}</feed>`
  );
}

function entry(app: Pick<App, 'urls'>, achievement: Achievement): string {
  const address = app.urls.achievement(achievement.id);
  const published = (achievement.publishedAt ?? achievement.createdAt).toISOString();
  return (
    `<entry xml:lang="${escapeXml(achievement.lang)}"><id>${address}</id><title>${escapeXml(achievement.name)}</title>` +
    `<published>${published}</published><updated>${achievement.changedAt.toISOString()}</updated>` +
    `<link rel="alternate" href="${address}"/>` +
    `<link rel="enclosure" type="image/png" href="${app.urls.achievementImage(achievement.id, 'png')}"/>` +
    `<summary>${escapeXml(achievement.description)}</summary></entry>`
  );
}
