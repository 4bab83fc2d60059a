import type { z } from 'zod';
import { Refusal } from '../kernel/refusal.ts';
import type { HubContext } from './env.ts';
import type { Page } from './page.ts';
import { type FormInput, type FormValues, readForm } from './read-form.ts';

/** Sentences in the reader's language, by field. */
export type FieldErrors = Record<string, string>;

export type Parsed<T> =
  | { ok: true; value: T; form: FormInput }
  | { ok: false; errors: FieldErrors; values: FormValues; form: FormInput };

/** Parses a form; what was typed comes back with the errors, so that nothing has to be typed twice. */
export async function parseForm<T>(c: HubContext, schema: z.ZodType<T>): Promise<Parsed<T>> {
  const form = await readForm(c);
  const { _csrf, ...values } = form.values;
  const result = schema.safeParse(values);
  if (result.success) return { ok: true, value: result.data, form };
  return { ok: false, errors: fieldErrors(c.get('page'), result.error), values, form };
}

/** Parses a JSON body; a mistake is refused with its place. */
export async function parseJson<T>(c: HubContext, schema: z.ZodType<T>): Promise<T> {
  const body: unknown = await c.req.raw.json().catch((cause: unknown) => {
    if (cause instanceof Refusal) throw cause;
    throw new Refusal('web.not-understood', { problem: '' });
  });
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Refusal('web.not-understood', {
    pointer: `/${(issue?.path ?? []).join('/')}`,
    problem: issue?.message ?? '',
  });
}

/** Parses the query string; unknown or wrong values fall back to the schema's defaults. */
export function parseQuery<T>(c: HubContext, schema: z.ZodType<T>): T {
  const result = schema.safeParse(c.req.query());
  if (result.success) return result.data;
  const wrong = new Set(result.error.issues.map((issue) => String(issue.path[0])));
  return schema.parse(Object.fromEntries(Object.entries(c.req.query()).filter(([name]) => !wrong.has(name))));
}

function fieldErrors(p: Page, error: z.ZodError): FieldErrors {
  const errors: FieldErrors = {};
  for (const issue of error.issues) {
    const field = issue.path.join('.') || '_form';
    errors[field] ??= sentence(p, issue);
  }
  return errors;
}

/** A schema's own message is a catalogue key; zod's default ones are told by their code. */
function sentence(p: Page, issue: z.core.$ZodIssue): string {
  if (/^[a-z-]+\.[a-z0-9.-]+$/.test(issue.message)) return p.t(issue.message, limits(issue));
  const key = issue.code === 'too_small' && 'minimum' in issue && Number(issue.minimum) === 1 ? 'required' : issue.code;
  return p.t(`form.${key.replaceAll('_', '-')}`, limits(issue));
}

function limits(issue: z.core.$ZodIssue): Record<string, number> {
  return {
    ...('maximum' in issue ? { maximum: Number(issue.maximum) } : {}),
    ...('minimum' in issue ? { minimum: Number(issue.minimum) } : {}),
  };
}
