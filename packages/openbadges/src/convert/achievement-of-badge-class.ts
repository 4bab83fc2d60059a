import type { AchievementInput, RelatedInput } from '../model/achievement-document.ts';
import type { AlignmentInput } from '../model/build/alignment-class.ts';
import { asArray, isObject, type JsonObject } from '../model/json.ts';
import type { ConversionNotes } from './conversion-notes.ts';
import { listIn, objectsIn, textIn, urlIn } from './read-parts.ts';
import { badgeClassType, version2 } from './vocabulary-links.ts';

const carried = [
  'id',
  'type',
  'name',
  'description',
  'criteria',
  'image',
  'alignment',
  'tags',
  'version',
  'related',
  'issuer',
];
const languageCode = /^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/;

/** A badge class in the words of 3.0, under an id of its own and related to what it was. */
export function achievementOfBadgeClass(
  badge: JsonObject,
  address: string | undefined,
  id: string,
  notes: ConversionNotes,
  language?: string,
): AchievementInput {
  const criteria = isObject(badge.criteria) ? badge.criteria : {};
  notes.lost(badge, '/badge', carried, '3.0');
  return {
    id,
    types: [badgeClassType],
    name: textIn(badge.name, language) ?? '',
    description: textIn(badge.description, language) ?? '',
    criteria: { id: urlIn(badge.criteria), narrative: textIn(criteria.narrative, language) },
    image: imageOf(badge.image, language),
    alignment: listIn(objectsIn(badge.alignment).map((each) => alignmentOf(each, notes, language))),
    tag: listIn(asArray(badge.tags).map((tag) => textIn(tag, language))),
    version: textIn(badge.version),
    inLanguage: languageOf(badge['@language']),
    related: listIn([formerly(urlIn(badge) ?? address), ...objectsIn(badge.related).map(relatedOf)]),
  };
}

function formerly(id: string | undefined): RelatedInput | undefined {
  return id === undefined ? undefined : { id, types: [badgeClassType], version: version2 };
}

function relatedOf(related: JsonObject): RelatedInput | undefined {
  const id = urlIn(related);
  return id === undefined
    ? undefined
    : { id, inLanguage: languageOf(related['@language']), version: textIn(related.version) };
}

export function imageOf(image: unknown, language?: string) {
  const id = urlIn(image);
  return id === undefined ? undefined : { id, caption: isObject(image) ? textIn(image.caption, language) : undefined };
}

function alignmentOf(alignment: JsonObject, notes: ConversionNotes, language?: string): AlignmentInput | undefined {
  const targetName = textIn(alignment.targetName, language);
  const targetUrl = urlIn(alignment.targetUrl);
  if (targetName === undefined || targetUrl === undefined) {
    notes.add('/badge/alignment', 'An alignment without a name or an address is left out.');
    return undefined;
  }
  return {
    targetName,
    targetUrl,
    targetDescription: textIn(alignment.targetDescription, language),
    targetFramework: textIn(alignment.targetFramework, language),
    targetCode: textIn(alignment.targetCode),
  };
}

function languageOf(value: unknown): string | undefined {
  return typeof value === 'string' && languageCode.test(value) ? value : undefined;
}
