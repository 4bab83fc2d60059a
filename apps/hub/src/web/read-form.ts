import type { Context } from 'hono';
import { Refusal } from '../kernel/refusal.ts';

export type FormValues = Record<string, string | string[]>;

export interface FormInput {
  /** A field that came more than once, or whose name ends in `[]`, is an array. */
  values: FormValues;
  /** Empty file fields are left out. */
  files: Record<string, File[]>;
}

const read = new WeakMap<Request, Promise<FormInput>>();

/** The body of a form (urlencoded or multipart), read once for each request. */
export function readForm(c: Context): Promise<FormInput> {
  const known = read.get(c.req.raw);
  if (known) return known;
  const form = readOnce(c);
  read.set(c.req.raw, form);
  return form;
}

async function readOnce(c: Context): Promise<FormInput> {
  const type = c.req.header('content-type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(type)) return { values: {}, files: {} };
  const form = await c.req.raw.formData().catch((cause: unknown) => {
    if (cause instanceof Refusal) throw cause;
    throw new Refusal('web.not-understood', { problem: '' });
  });
  const input: FormInput = { values: Object.create(null), files: Object.create(null) };
  for (const [name, value] of form.entries()) {
    if (typeof value === 'string') addValue(input.values, name, value);
    else if (value.size > 0 || value.name !== '') input.files[name] = [...(input.files[name] ?? []), value];
  }
  return input;
}

function addValue(values: FormValues, name: string, value: string): void {
  const before = values[name];
  if (name.endsWith('[]')) values[name] = [...(Array.isArray(before) ? before : []), value];
  else values[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
}
