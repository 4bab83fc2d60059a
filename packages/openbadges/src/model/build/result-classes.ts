import { asArray, isObject, type JsonObject } from '../json.ts';
import { type ResultStatus, type ResultType, resultStatuses, resultTypes } from '../vocabulary.ts';
import { type AlignmentInput, alignmentClass } from './alignment-class.ts';
import { closedWord, list, needed, text, url, word } from './fields.ts';
import { invalid } from './invalid-reasons.ts';
import { record } from './record.ts';

/** What a result of this achievement may be. Values and levels are ordered from low to high. */
export interface ResultDescriptionInput {
  id: string;
  name: string;
  resultType: ResultType;
  alignment?: AlignmentInput[];
  allowedValue?: string[];
  requiredValue?: string;
  /** The id of one of the levels. */
  requiredLevel?: string;
  valueMin?: string;
  valueMax?: string;
  rubricCriterionLevel?: RubricCriterionLevelInput[];
}

/** One level of a rubric (OB 3.0 RubricCriterionLevel). */
export interface RubricCriterionLevelInput {
  id: string;
  name: string;
  description?: string;
  level?: string;
  points?: string;
  alignment?: AlignmentInput[];
}

/** What somebody reached (OB 3.0 Result). */
export interface ResultInput {
  /** The id of a result description of the achievement. */
  resultDescription?: string;
  value?: string;
  /** Needed where the description's type is `Status`. */
  status?: ResultStatus;
  /** The id of a level of the description. */
  achievedLevel?: string;
  alignment?: AlignmentInput[];
}

const levelClass = record<RubricCriterionLevelInput>(['RubricCriterionLevel'], {
  id: needed(url),
  name: needed(text),
  description: text,
  level: text,
  points: text,
  alignment: list(alignmentClass),
});

export const resultDescriptionClass = record<ResultDescriptionInput>(
  ['ResultDescription'],
  {
    id: needed(url),
    name: needed(text),
    resultType: needed(word(resultTypes)),
    alignment: list(alignmentClass),
    allowedValue: list(text),
    requiredValue: text,
    requiredLevel: url,
    valueMin: text,
    valueMax: text,
    rubricCriterionLevel: list(levelClass),
  },
  (description, at) => {
    distinctIds(description.rubricCriterionLevel, `${at}/rubricCriterionLevel`);
    requireLevel(description, description.requiredLevel, `${at}/requiredLevel`);
    requireAllowed(description, description.requiredValue, `${at}/requiredValue`);
  },
);

const resultClass = record<ResultInput>(['Result'], {
  resultDescription: url,
  value: text,
  status: closedWord(resultStatuses),
  achievedLevel: url,
  alignment: list(alignmentClass),
});

/** Results name descriptions of the achievement they are results of (OB 3.0 Result). */
export const resultClasses = list(resultClass);

export function resultsMatch(results: unknown, achievement: unknown, at: string) {
  const descriptions = isObject(achievement) ? asArray(achievement.resultDescription).filter(isObject) : [];
  for (const [index, result] of asArray(results).filter(isObject).entries()) {
    resultMatches(result, descriptions, `${at}/${index}`);
  }
}

function resultMatches(result: JsonObject, descriptions: JsonObject[], at: string) {
  const description = descriptions.find(({ id }) => id === result.resultDescription);
  if (result.resultDescription !== undefined && !description) invalid(`${at}/resultDescription`, 'not-described');
  if (description?.resultType === 'Status' && result.status === undefined) invalid(`${at}/status`, 'no-status');
  if (result.achievedLevel !== undefined) requireLevel(description ?? {}, result.achievedLevel, `${at}/achievedLevel`);
  if (description) requireAllowed(description, result.value, `${at}/value`);
}

function requireLevel(description: JsonObject, level: unknown, at: string) {
  if (level === undefined) return;
  const levels = asArray(description.rubricCriterionLevel).filter(isObject);
  if (!levels.some(({ id }) => id === level)) invalid(at, 'not-among-levels');
}

function requireAllowed(description: JsonObject, value: unknown, at: string) {
  const allowed = asArray(description.allowedValue);
  if (value !== undefined && allowed.length > 0 && !allowed.includes(value)) invalid(at, 'not-among-values');
}

/** Two things of one id could not be told apart by what names them. */
export function distinctIds(items: unknown, at: string) {
  const seen = new Set<unknown>();
  for (const [index, { id }] of asArray(items).filter(isObject).entries()) {
    if (seen.has(id)) invalid(`${at}/${index}/id`, 'repeated');
    seen.add(id);
  }
}
