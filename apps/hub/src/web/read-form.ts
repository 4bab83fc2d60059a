import type { Context } from 'hono';
import { Refusal } from '../kernel/refusal.ts';

export type FormValues = Record<string, string | string[]>;

export interface FormInput {
  /** A field that came more than once, or whose name ends in `[]`, is an array. */
  values: FormValues;
  /** Empty file fields are left out. */
  files: Record<string, File[]>;
}

/** The largest form of the hub has some hundreds. */
const mostFields = 5000;

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
  let fields = 0;
  for (const [name, value] of form.entries()) {
    if (++fields > mostFields) throw new Refusal('web.not-understood', { problem: '' });
    if (typeof value === 'string') addValue(input.values, name, withoutNul(value));
    else if (value.size > 0 || value.name !== '') addFile(input.files, name, value);
  }
  return input;
}

// PostgreSQL takes no NUL in a text, and nobody types one.
const withoutNul = (text: string) => text.replaceAll('\0', '');

function addValue(values: FormValues, name: string, value: string): void {
  const before = values[name];
  if (Array.isArray(before)) before.push(value);
  else if (name.endsWith('[]')) values[name] = [value];
  else values[name] = before === undefined ? value : [before, value];
}

function addFile(files: FormInput['files'], name: string, file: File): void {
  const named = file.name.includes('\0') ? new File([file], withoutNul(file.name), { type: file.type }) : file;
  const before = files[name];
  if (before) before.push(named);
  else files[name] = [named];
}
