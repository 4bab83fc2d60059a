import { isObject, type JsonObject } from '../json.ts';
import { pointerInto } from '../json-pointer.ts';
import { type Field, list, type NeededField, url } from './fields.ts';
import { invalid } from './invalid-reasons.ts';

/** Every member of a class; what its input must have is marked as needed. `types` are further types, as URLs. */
export type Fields<Input> = {
  [Member in Exclude<keyof Input, 'types'>]-?: undefined extends Input[Member]
    ? Field<NonNullable<Input[Member]>>
    : NeededField<NonNullable<Input[Member]>>;
};

/** A field whose JSON is an object. */
export interface ObjectField<Input> extends Field<Input> {
  read(value: Input, at: string): JsonObject;
}

/** No document of the standard is nested so deep that a pointer into it is longer. */
const longestPointer = 500;

const furtherTypes = list(url);

/**
 * A class of the standard, with its type where it has one: reads an input into its JSON, in the order of `fields`.
 *
 * Absent values and empty lists are left out (OB 3.0 serialisation); members the class does not have are refused,
 * since no vocabulary would define them. `rule` is what the members must be together.
 */
export function record<Input extends object>(
  type: string | string[] | undefined,
  fields: Fields<Input>,
  rule: (built: JsonObject, at: string) => void = () => {},
): ObjectField<Input> {
  const members = Object.entries<Field<unknown>>(fields).map(([name, field]) => ({ name, field, suffix: `/${name}` }));
  const known = new Set([...Object.keys(fields), 'types']);
  const hasId = known.has('id');
  return {
    read(input, at) {
      if (!isObject(input)) invalid(at, 'not-an-object');
      // A profile whose parent is itself would never end.
      if (at.length > longestPointer) invalid(at, 'too-deep');
      refuseOthers(input, known, at);
      const built: JsonObject = {};
      // Readers expect the id before the type.
      if (hasId && !isAbsent(input.id)) built.id = input.id;
      if (type !== undefined) built.type = typesOf(type, input.types, at);
      for (const { name, field, suffix } of members) {
        const value = input[name];
        if (isAbsent(value)) {
          if (field.isNeeded) invalid(at + suffix, 'missing');
        } else built[name] = field.read(value, at + suffix);
      }
      rule(built, at);
      return built;
    },
  };
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

/** An exact type is a text in the closed classes, and a list in all others. */
function typesOf(type: string | string[], more: unknown, at: string): string | string[] {
  if (isAbsent(more)) return typeof type === 'string' ? type : [...type];
  if (typeof type === 'string') invalid(`${at}/type`, 'unknown-member');
  return [...type, ...(furtherTypes.read(more as string[], `${at}/type`) as string[])];
}

function refuseOthers(input: JsonObject, known: ReadonlySet<string>, at: string) {
  for (const member of Object.keys(input)) {
    if (known.has(member) || input[member] === undefined) continue;
    invalid(pointerInto(at, member), 'unknown-member');
  }
}
