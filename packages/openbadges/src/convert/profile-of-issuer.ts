import { asArray, type JsonObject } from '../model/json.ts';
import type { ProfileInput } from '../model/profile-document.ts';
import { imageOf } from './achievement-of-badge-class.ts';
import type { ConversionNotes } from './conversion-notes.ts';
import { textIn, urlIn } from './read-parts.ts';

const carried = ['id', 'type', 'name', 'url', 'email', 'telephone', 'description', 'image', 'origin', 'org', 'contact'];

/** An issuer in the words of 3.0, which names its former profile; the id is for whoever will sign. */
export function profileOfIssuer(
  issuer: JsonObject,
  address: string | undefined,
  notes: ConversionNotes,
  language?: string,
): Omit<ProfileInput, 'id'> {
  const former = urlIn(issuer) ?? address;
  notes.lost(issuer, '/badge/issuer', carried, '3.0');
  return {
    name: textIn(issuer.name, language),
    url: urlIn(issuer.url),
    email: textIn(asArray(issuer.email)[0]),
    phone: textIn(issuer.telephone),
    description: textIn(issuer.description, language),
    image: imageOf(issuer.image, language),
    otherIdentifier: former === undefined ? undefined : [{ identifier: former, identifierType: 'identifier' }],
  };
}
