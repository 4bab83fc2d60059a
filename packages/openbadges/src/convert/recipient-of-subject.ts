import { invalid } from '../model/build/invalid-reasons.ts';
import type { JsonObject } from '../model/json.ts';
import { textOf } from '../model/text-of.ts';
import { withoutAbsent } from '../model/without-absent.ts';
import type { ConversionNotes } from './conversion-notes.ts';
import { objectsIn, urlIn } from './read-parts.ts';

const types: Record<string, string> = { emailAddress: 'email', 'ext:telephone': 'telephone', identifier: 'id' };

/** The one recipient that 2.0 has: an e-mail address before others, an identifier before the subject's id. */
export function recipientOfSubject(subject: JsonObject, notes: ConversionNotes): JsonObject {
  const identifiers = objectsIn(subject.identifier).map((each, index) => ({ each, index }));
  const usable = identifiers.filter(
    ({ each }) => typeof each.identityHash === 'string' && Object.hasOwn(types, typeOf(each)),
  );
  const best = usable.find(({ each }) => typeOf(each) === 'emailAddress') ?? usable[0];
  for (const { each, index } of identifiers) {
    if (index === best?.index) continue;
    notes.add(
      `/credentialSubject/identifier/${index}`,
      `The recipient’s ${typeOf(each).slice(0, 100)} has no place in Open Badges 2.0, which names a recipient once.`,
    );
  }
  const id = urlIn(subject);
  if (!best) return { type: 'id', hashed: false, identity: id ?? invalid('/recipient', 'about-nobody') };
  if (id !== undefined)
    notes.add('/credentialSubject/id', 'Open Badges 2.0 names a recipient once, and does so by the identifier.');
  const { hashed, identityHash, salt } = best.each;
  return withoutAbsent({ type: types[typeOf(best.each)], hashed: hashed === true, identity: identityHash, salt });
}

function typeOf(identifier: JsonObject): string {
  return textOf(identifier.identityType);
}
