import type { AchievementContent } from './model.ts';

/** One thing that differs between two versions, as the key of a sentence and its values. */
export interface Difference {
  kind: string;
  values: Record<string, string>;
}

/** What a reader of the older version should know about the newer one. */
export function differencesBetween(before: AchievementContent, after: AchievementContent): Difference[] {
  return [
    ...changedWords(before, after),
    ...listed('criterion', texts(before.criteria), texts(after.criteria)),
    ...listed('tag', before.tags, after.tags),
    ...listed('alignment', before.alignments.map(alignmentName), after.alignments.map(alignmentName)),
    ...changedRules(before, after),
  ];
}

const texts = (criteria: AchievementContent['criteria']) => criteria.map(({ text }) => text);
const alignmentName = ({ targetName, targetUrl }: AchievementContent['alignments'][number]) =>
  `${targetName} (${targetUrl})`;

function changedWords(before: AchievementContent, after: AchievementContent): Difference[] {
  const found: Difference[] = [];
  if (before.name !== after.name) found.push({ kind: 'name', values: { from: before.name, to: after.name } });
  if (before.description !== after.description) found.push({ kind: 'description', values: {} });
  if (before.criteriaNarrative !== after.criteriaNarrative) found.push({ kind: 'narrative', values: {} });
  if (before.lang !== after.lang) found.push({ kind: 'lang', values: { from: before.lang, to: after.lang } });
  if (JSON.stringify([before.design, before.imageFile]) !== JSON.stringify([after.design, after.imageFile])) {
    found.push({ kind: 'picture', values: {} });
  } else if (before.imageAlt !== after.imageAlt) found.push({ kind: 'image-alt', values: {} });
  return found;
}

function listed(kind: string, before: string[], after: string[]): Difference[] {
  const gone = before.filter((text) => !after.includes(text));
  const come = after.filter((text) => !before.includes(text));
  const moved = gone.length === 0 && come.length === 0 && before.join('\n') !== after.join('\n');
  return [
    ...come.map((text) => ({ kind: `${kind}-added`, values: { text } })),
    ...gone.map((text) => ({ kind: `${kind}-removed`, values: { text } })),
    ...(moved ? [{ kind: `${kind}-order`, values: {} }] : []),
  ];
}

function changedRules(before: AchievementContent, after: AchievementContent): Difference[] {
  const found: Difference[] = [];
  if (before.achievementType !== after.achievementType) found.push({ kind: 'type', values: {} });
  if (before.validMonths !== after.validMonths) {
    found.push({
      kind: 'valid',
      values: { from: String(before.validMonths ?? 0), to: String(after.validMonths ?? 0) },
    });
  }
  if (before.evidenceWanted !== after.evidenceWanted) found.push({ kind: 'evidence', values: {} });
  if (before.evidenceRequired !== after.evidenceRequired) {
    found.push({ kind: after.evidenceRequired ? 'evidence-required' : 'evidence-free', values: {} });
  }
  return found;
}
