import { z } from 'zod';
import type { RefusalCode } from '../../../kernel/refusal.ts';
import { checkbox, line, optionalLine, optionalParagraphs, optionalWebAddress } from '../../../web/fields.ts';
import type { FormInput } from '../../../web/read-form.ts';
import { isLanguage } from '../languages.ts';
import { isHandle, type OrganizationInput } from '../model.ts';
import { readLinks } from '../read-links.ts';

const handle = optionalLine(40)
  .transform((value) => value.toLowerCase())
  .refine((value) => value === '' || isHandle(value), 'organizations.mistake.handle');

const links = optionalParagraphs(4000).transform((text, context) => {
  const read = readLinks(text);
  if ('links' in read) return read.links;
  context.addIssue({ code: 'custom', message: 'organizations.mistake.links', minimum: read.badLine });
  return z.NEVER;
});

export const OrganizationForm = z.strictObject({
  name: line(120),
  handle,
  summary: optionalParagraphs(8000),
  website: optionalWebAddress,
  location: optionalLine(120),
  links,
  lang: z.string().refine(isLanguage, 'form.invalid-value'),
  noLogo: checkbox,
  revision: z.coerce.number().int().default(0),
});

export function contentOf(form: z.infer<typeof OrganizationForm>): OrganizationInput {
  const { noLogo, revision, ...content } = form;
  return {
    ...content,
    handle: content.handle || undefined,
    website: content.website || undefined,
    location: content.location || undefined,
  };
}

export async function logoOf(form: FormInput): Promise<Uint8Array | undefined> {
  const [file] = form.files.logo ?? [];
  return file && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : undefined;
}

/** Where a refusal belongs in the form. */
export const fieldOf: Partial<Record<RefusalCode, string>> = {
  'organization.handle-taken': 'handle',
  'image.not-an-image': 'logo',
  'image.too-large': 'logo',
  'image.too-many-pixels': 'logo',
  'image.broken': 'logo',
  'image.svg-broken': 'logo',
  'image.svg-doctype': 'logo',
  'image.svg-no-size': 'logo',
  'image.svg-not-svg': 'logo',
  'image.svg-too-complex': 'logo',
  'image.svg-too-large': 'logo',
};
