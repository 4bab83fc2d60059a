import { upgradeAssertion, upgradeBadgeClass } from '../import/upgrade-assertion.ts';
import { BadgeError } from '../model/badge-error.ts';
import { invalid } from '../model/build/invalid-reasons.ts';
import { isUrl } from '../model/is-url.ts';
import { isObject, type JsonObject } from '../model/json.ts';
import { withoutAbsent } from '../model/without-absent.ts';
import type { BadgeVersion } from '../verify/report.ts';
import { assertionOf, dateOf } from './assertion-of.ts';
import { ConversionNotes, type Converted } from './conversion-notes.ts';
import { objectIn, objectsIn, textIn, urlIn } from './read-parts.ts';
import type { ToOpenBadges2 } from './to-open-badges-2.ts';

/** 0.5, 1.0 and 1.1 say nothing that 2.0 does not; they say it in other words. */
export function olderToOpenBadges2(original: JsonObject, version: BadgeVersion, options: ToOpenBadges2): Converted {
  if (original.revoked === true) throw new BadgeError('convert.revoked');
  const notes = new ConversionNotes();
  const { linked = {} } = options;
  const assertion = upgradeAssertion(original, version, linked.source);
  const badge = upgradeBadgeClass(linked.badge ?? objectIn(assertion.badge));
  const issuer = linked.issuer ?? objectIn(badge.issuer);
  const { recipient, evidence, narrative, image } = assertion;
  notes.add('', 'The original’s signature or place of publication proves nothing about this document.');
  const document = assertionOf(options, {
    recipient: isObject(recipient) ? withoutAbsent(recipient) : invalid('/recipient', 'missing'),
    badge: olderBadge(badge, olderIssuer(issuer, urlIn(badge.issuer), options, notes), options),
    issuedOn: dateOf(assertion.issuedOn) ?? invalid('/issuedOn', 'missing'),
    expires: dateOf(assertion.expires),
    narrative: textIn(narrative),
    image: urlIn(image)?.startsWith('data:') ? undefined : urlIn(image),
    evidence,
    related: urlIn(assertion) === undefined || urlIn(assertion) === options.id ? [] : [{ id: urlIn(assertion) }],
  });
  return { document, notes: notes.notes };
}

function olderBadge(badge: JsonObject, issuer: JsonObject, options: ToOpenBadges2): JsonObject {
  const { name, description, criteria, alignment, tags } = badge;
  const image = options.image ?? urlIn(badge.image);
  return withoutAbsent({
    id: isUrl(options.badgeId) ? options.badgeId : invalid('/badge/id', 'not-a-url'),
    type: 'BadgeClass',
    name: textIn(name) ?? invalid('/badge/name', 'missing'),
    description: textIn(description) ?? invalid('/badge/description', 'missing'),
    image: image ?? invalid('/badge/image', 'missing'),
    criteria: urlIn(criteria) ?? invalid('/badge/criteria', 'missing'),
    alignment: objectsIn(alignment).filter(({ targetName, targetUrl }) => textIn(targetName) && textIn(targetUrl)),
    tags,
    issuer,
  });
}

function olderIssuer(
  issuer: JsonObject,
  address: string | undefined,
  { issuer: said }: ToOpenBadges2,
  notes: ConversionNotes,
): JsonObject {
  const id = said?.id ?? urlIn(issuer) ?? address;
  notes.lost(
    issuer,
    '/badge/issuer',
    ['id', 'type', 'name', 'url', 'email', 'description', 'image', 'revocationList', 'origin', 'org', 'contact'],
    '2.0',
  );
  return withoutAbsent({
    id: id ?? invalid('/badge/issuer/id', 'missing'),
    type: 'Issuer',
    name: textIn(issuer.name) ?? invalid('/badge/issuer/name', 'missing'),
    url: said?.url ?? urlIn(issuer.url) ?? invalid('/badge/issuer/url', 'missing'),
    email: said?.email ?? textIn(issuer.email) ?? invalid('/badge/issuer/email', 'missing'),
    description: textIn(issuer.description),
    image: urlIn(issuer.image),
    revocationList: urlIn(issuer.revocationList),
  });
}
