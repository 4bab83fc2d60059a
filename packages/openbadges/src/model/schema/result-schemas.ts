import * as z from 'zod/mini';
import { resultStatuses, resultTypes } from '../vocabulary.ts';
import type { Dialect } from './dialect.ts';
import type { partSchemas } from './part-schemas.ts';
import { word } from './values.ts';

/** What somebody reached, and what could be reached. */
export function resultSchemas({ text, many, type }: Dialect, { Alignment }: ReturnType<typeof partSchemas>) {
  const maybe = z.optional(text);
  const alignment = z.optional(many(Alignment));
  const RubricCriterionLevel = z.looseObject({
    id: text,
    type: type(['RubricCriterionLevel']),
    name: text,
    alignment,
    description: maybe,
    level: maybe,
    points: maybe,
  });
  const ResultDescription = z.looseObject({
    id: text,
    type: type(['ResultDescription']),
    name: text,
    resultType: word(resultTypes),
    alignment,
    allowedValue: z.optional(many(text)),
    requiredLevel: maybe,
    requiredValue: maybe,
    rubricCriterionLevel: z.optional(many(RubricCriterionLevel)),
    valueMin: maybe,
    valueMax: maybe,
  });
  const Result = z.looseObject({
    type: type(['Result']),
    achievedLevel: maybe,
    alignment,
    resultDescription: maybe,
    status: z.optional(z.enum(resultStatuses)),
    value: maybe,
  });
  return { RubricCriterionLevel, ResultDescription, Result };
}
