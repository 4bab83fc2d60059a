import { invalid } from '../model/build/invalid-reasons.ts';
import { isUrl } from '../model/is-url.ts';
import { isObject, type JsonObject } from '../model/json.ts';
import { textOf } from '../model/text-of.ts';
import { withoutAbsent } from '../model/without-absent.ts';
import { imageOf } from './badge-class-of-achievement.ts';
import type { ConversionNotes } from './conversion-notes.ts';
import { textIn, urlIn } from './read-parts.ts';

const carried = ['id', 'type', 'name', 'url', 'email', 'phone', 'description', 'image'];

/** A profile in the words of 2.0, which asks an issuer for a name, a page and an e-mail address. */
export function issuerOfProfile(
  profile: unknown,
  said: { id?: string; url?: string; email?: string } = {},
  notes: ConversionNotes,
  language?: string,
): JsonObject {
  const members: JsonObject = isObject(profile) ? profile : {};
  const id = said.id ?? urlIn(profile);
  notes.lost(members, '/issuer', carried, '2.0');
  if (id !== urlIn(profile))
    notes.add('/issuer/id', `The issuer is called ${textOf(id).slice(0, 200)} in this document.`);
  if (!isUrl(id)) invalid('/badge/issuer/id', 'not-a-url');
  return withoutAbsent({
    id,
    type: 'Issuer',
    name: textIn(members.name, language) ?? invalid('/badge/issuer/name', 'missing'),
    url: said.url ?? urlIn(members.url) ?? invalid('/badge/issuer/url', 'missing'),
    email: said.email ?? textIn(members.email) ?? invalid('/badge/issuer/email', 'missing'),
    telephone: textIn(members.phone),
    description: textIn(members.description, language),
    image: imageOf(members.image, language),
  });
}
