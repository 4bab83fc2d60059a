import { Checkbox, FileField, Select, TextArea, TextField } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { FieldErrors } from '../../../web/parse.ts';
import type { FormValues } from '../../../web/read-form.ts';
import { languageChoices } from '../languages.ts';
import type { Organization } from '../model.ts';
import { writeLinks } from '../read-links.ts';

export interface OrganizationFieldsProps {
  p: Page;
  /** Undefined: it is being made. */
  organization?: Organization;
  errors?: FieldErrors | undefined;
  values?: FormValues | undefined;
}

export const labelsOf = (p: Page): Record<string, string> =>
  Object.fromEntries(
    ['name', 'handle', 'summary', 'logo', 'website', 'location', 'links', 'lang'].map((name) => [
      name,
      p.t(`organizations.field.${name}`),
    ]),
  );

export function OrganizationFields({ p, organization, errors, values }: OrganizationFieldsProps) {
  const field = (name: string) => ({ p, name, label: p.t(`organizations.field.${name}`), errors, values });
  const hint = (name: string) => p.t(`organizations.field.${name}.hint`);
  return (
    <>
      <TextField {...field('name')} value={organization?.name} required maxlength={120} autocomplete="organization" />
      <TextField
        {...field('handle')}
        value={organization?.handle}
        hint={hint('handle')}
        maxlength={40}
        optional={!organization}
      />
      <TextArea {...field('summary')} value={organization?.summary} hint={hint('summary')} rows={7} optional />
      <FileField
        {...field('logo')}
        hint={hint('logo')}
        accept="image/png,image/jpeg,image/webp,image/svg+xml"
        optional
      />
      {organization?.logoFile ? <Checkbox {...field('noLogo')} checked={false} /> : null}
      <TextField {...field('website')} value={organization?.website} type="url" placeholder="https://" optional />
      <TextField
        {...field('location')}
        value={organization?.location}
        hint={hint('location')}
        maxlength={120}
        optional
      />
      <TextArea
        {...field('links')}
        value={organization && writeLinks(organization.links)}
        hint={hint('links')}
        rows={3}
        optional
      />
      <Select
        {...field('lang')}
        value={organization?.lang ?? p.locale.slice(0, 2)}
        hint={hint('lang')}
        options={languageChoices(p.locale)}
      />
    </>
  );
}
