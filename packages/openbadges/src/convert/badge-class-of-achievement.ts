import { invalid } from '../model/build/invalid-reasons.ts';
import { isUrl } from '../model/is-url.ts';
import { asArray, isObject, type JsonObject } from '../model/json.ts';
import { withoutAbsent } from '../model/without-absent.ts';
import type { ConversionNotes } from './conversion-notes.ts';
import { listIn, objectsIn, textIn, urlIn } from './read-parts.ts';
import { achievementType, version3 } from './vocabulary-links.ts';

const carried = ['id', 'type', 'name', 'description', 'criteria', 'image', 'alignment', 'tag', 'version', 'inLanguage'];
const carriedAlignment = ['type', 'targetName', 'targetUrl', 'targetDescription', 'targetFramework', 'targetCode'];
const at = '/credentialSubject/achievement';

/** An achievement in the words of 2.0, under an address of its own and related to what it is in 3.0. */
export function badgeClassOfAchievement(
  achievement: JsonObject,
  issuer: JsonObject,
  { badgeId, image, language }: { badgeId: string; image?: string; language?: string },
  notes: ConversionNotes,
): JsonObject {
  notes.lost(achievement, at, carried, '2.0');
  const id = urlIn(achievement);
  return withoutAbsent({
    id: isUrl(badgeId) ? badgeId : invalid('/badge/id', 'not-a-url'),
    type: 'BadgeClass',
    '@language': textIn(achievement.inLanguage),
    name: textIn(achievement.name, language) ?? invalid('/badge/name', 'missing'),
    description: textIn(achievement.description, language) ?? invalid('/badge/description', 'missing'),
    image: imageOf(image ?? achievement.image, language) ?? invalid('/badge/image', 'missing'),
    criteria: criteriaOf(achievement.criteria, language) ?? invalid('/badge/criteria', 'no-criteria'),
    alignment: listIn(objectsIn(achievement.alignment).map((each) => alignmentOf(each, notes, language))),
    tags: listIn(asArray(achievement.tag).map((tag) => textIn(tag, language))),
    version: textIn(achievement.version),
    related: id === undefined ? [] : [{ id, type: [achievementType], version: version3 }],
    issuer,
  });
}

export function imageOf(image: unknown, language?: string): JsonObject | string | undefined {
  const id = urlIn(image);
  const caption = isObject(image) ? textIn(image.caption, language) : undefined;
  return id === undefined || caption === undefined ? id : { id, caption };
}

function criteriaOf(criteria: unknown, language?: string): JsonObject | string | undefined {
  const id = urlIn(criteria);
  const narrative = isObject(criteria) ? textIn(criteria.narrative, language) : undefined;
  return narrative === undefined ? id : withoutAbsent({ id, narrative });
}

function alignmentOf(alignment: JsonObject, notes: ConversionNotes, language?: string): JsonObject | undefined {
  notes.lost(alignment, `${at}/alignment`, carriedAlignment, '2.0');
  const targetName = textIn(alignment.targetName, language);
  const targetUrl = urlIn(alignment.targetUrl);
  if (targetName === undefined || targetUrl === undefined) return undefined;
  return withoutAbsent({
    targetName,
    targetUrl,
    targetDescription: textIn(alignment.targetDescription, language),
    targetFramework: textIn(alignment.targetFramework, language),
    targetCode: textIn(alignment.targetCode),
  });
}
