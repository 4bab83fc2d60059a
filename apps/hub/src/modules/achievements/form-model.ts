import type { BadgeDesign } from './design/badge-design.ts';
import { fullPalettes, palettes } from './design/palettes.ts';
import type { AchievementContent, Alignment } from './model.ts';
import { readTags, writeTags } from './tags-model.ts';

/** What stands in the editor, typed and not yet checked. */
export type Typed = Record<TypedField, string> & {
  criteria: string[];
  alignments: TypedAlignment[];
};

export type TypedAlignment = Record<AlignmentField, string>;

export const alignmentFields = [
  'targetName',
  'targetUrl',
  'targetFramework',
  'targetCode',
  'targetType',
  'targetDescription',
] as const;
export type AlignmentField = (typeof alignmentFields)[number];

/** The fields of the drawing; they alone decide the preview. */
export const designFields = ['shape', 'ground', 'icon', 'palette', 'primary', 'secondary', 'ribbon'] as const;
export type DesignField = (typeof designFields)[number];

export const typedFields = [
  'name',
  'description',
  'criteriaNarrative',
  'achievementType',
  'ownType',
  'tags',
  'evidenceWanted',
  'evidenceRequired',
  'validMonths',
  'lang',
  'picture',
  'upload',
  'imageAlt',
  ...designFields,
] as const;
export type TypedField = (typeof typedFields)[number];

type Values = Record<string, string | string[] | undefined>;

/** More rows than anybody reads are not kept. */
const mostRows = { criteria: 40, alignments: 20 };

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? '';

/** Rows have numbered names: `criteria.2`, `alignments.0.targetUrl`. A gap in the numbers closes. */
export function readTyped(values: Values): Typed {
  const flat = Object.fromEntries(typedFields.map((field) => [field, first(values[field])]));
  const numbers = (list: 'criteria' | 'alignments') =>
    [...new Set(Object.keys(values).map((name) => new RegExp(`^${list}\\.(\\d{1,3})(?=\\.|$)`).exec(name)?.[1]))]
      .filter((number) => number !== undefined)
      .sort((a, b) => Number(a) - Number(b))
      .slice(0, mostRows[list]);
  return {
    ...(flat as Record<TypedField, string>),
    criteria: numbers('criteria').map((number) => first(values[`criteria.${number}`])),
    alignments: numbers('alignments').map((number) =>
      alignmentOf((field) => first(values[`alignments.${number}.${field}`])),
    ),
  };
}

function alignmentOf(read: (field: AlignmentField) => string): TypedAlignment {
  return Object.fromEntries(alignmentFields.map((field) => [field, read(field)])) as TypedAlignment;
}

/** The names and values under which a form carries what was typed. */
export function writeTyped(typed: Typed): [string, string][] {
  return [
    ...typedFields.map((field): [string, string] => [field, typed[field]]),
    ...typed.criteria.map((text, index): [string, string] => [`criteria.${index}`, text]),
    ...typed.alignments.flatMap((alignment, index) =>
      alignmentFields.map((field): [string, string] => [`alignments.${index}.${field}`, alignment[field]]),
    ),
  ];
}

export function typedOf(content: AchievementContent, design: BadgeDesign): Typed {
  const isOwnType = content.achievementType.startsWith('ext:');
  return {
    name: content.name,
    description: content.description,
    criteria: content.criteria.map(({ text }) => text),
    criteriaNarrative: content.criteriaNarrative,
    achievementType: isOwnType ? 'ext' : content.achievementType,
    ownType: isOwnType ? content.achievementType.slice(4) : '',
    tags: writeTags(content.tags),
    alignments: content.alignments.map((alignment) =>
      alignmentOf((field) => alignment[field as keyof Alignment] ?? ''),
    ),
    evidenceWanted: content.evidenceWanted,
    evidenceRequired: content.evidenceRequired ? 'on' : '',
    validMonths: content.validMonths === undefined ? '' : String(content.validMonths),
    lang: content.lang,
    picture: content.imageFile ? 'upload' : 'design',
    upload: '',
    imageAlt: content.imageAlt,
    ...typedDesign(content.design ?? design),
  };
}

function typedDesign(design: BadgeDesign): Record<DesignField, string> {
  const { shape, ground, icon, primary, secondary, ribbon = '' } = design;
  const known = [...palettes, ...fullPalettes].find(
    (palette) => palette.primary === primary && palette.secondary === secondary,
  );
  return { shape, ground, icon, palette: known?.name ?? 'own', primary, secondary, ribbon };
}

/** What the fields of the drawing say, to be parsed as a `BadgeDesign`; a palette wins over the two inks beside it. */
export function designAsTyped(typed: Partial<Pick<Typed, DesignField>>): Partial<Record<DesignField, string>> {
  const palette = [...palettes, ...fullPalettes].find(({ name }) => name === typed.palette);
  return {
    shape: typed.shape,
    ground: typed.ground,
    icon: typed.icon,
    primary: palette?.primary ?? typed.primary,
    secondary: palette?.secondary ?? typed.secondary,
    ...(typed.ribbon?.trim() ? { ribbon: typed.ribbon } : {}),
  };
}

/** Rows in which nothing stands mean nothing. */
export function withoutEmptyRows(typed: Typed): Typed {
  return {
    ...typed,
    tags: writeTags(readTags(typed.tags)),
    criteria: typed.criteria.filter((text) => text.trim() !== ''),
    alignments: typed.alignments.filter((alignment) => Object.values(alignment).some((text) => text.trim() !== '')),
  };
}

/** A form that is shown again: gaps close, and who had two empty rows before has them still. */
export function rowsAgain(typed: Typed): Typed {
  const filled = withoutEmptyRows(typed);
  const missing = Math.min(2, typed.criteria.length) - filled.criteria.length;
  return { ...filled, criteria: [...filled.criteria, ...Array(Math.max(0, missing)).fill('')] };
}

const emptyAlignment = alignmentOf(() => '');

/** What a button inside the form does to it: `add.criteria`, `up.criteria.2`, `remove.alignments.0`, `ink.primary.#1d50be`. */
export function pressed(typed: Typed, button: string): Typed {
  const [verb = '', what = '', where = ''] = button.split('.');
  if (verb === 'ink' && (what === 'primary' || what === 'secondary') && /^#[0-9a-f]{6}$/.test(where)) {
    const { primary = typed.primary, secondary = typed.secondary } = designAsTyped(typed);
    return { ...typed, primary, secondary, palette: 'own', [what]: where };
  }
  if (what === 'criteria') return { ...typed, criteria: withRow(typed.criteria, verb, where, '') };
  if (what === 'alignments') return { ...typed, alignments: withRow(typed.alignments, verb, where, emptyAlignment) };
  return typed;
}

function withRow<T>(rows: T[], verb: string, where: string, empty: T): T[] {
  const at = Number(where);
  const row = rows[at];
  if (verb === 'add') return [...rows, empty];
  if (where === '' || row === undefined) return rows;
  const others = rows.filter((_, index) => index !== at);
  if (verb === 'remove') return others;
  if (verb !== 'up' && verb !== 'down') return rows;
  const to = at + (verb === 'up' ? -1 : 1);
  return to < 0 ? rows : others.toSpliced(to, 0, row);
}
