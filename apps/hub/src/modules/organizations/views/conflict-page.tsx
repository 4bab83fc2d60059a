import { Button, ButtonLink, Form, Layout, PageHead, Plate, Table } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { FormValues } from '../../../web/read-form.ts';
import type { Organization } from '../model.ts';
import { writeLinks } from '../read-links.ts';
import { organizationPath } from './paths.ts';

interface Props {
  p: Page;
  /** As somebody else kept it in the meantime. */
  organization: Organization;
  /** As this reader wants it. */
  values: FormValues;
}

interface Difference {
  field: string;
  theirs: string;
  yours: string;
}

/** Two people edited at once: both texts side by side, nothing lost, and one button for each way out. */
export function ConflictPage({ p, organization, values }: Props) {
  const differences = differencesBetween(organization, values);
  return (
    <Layout p={p} title={p.t('organizations.conflict.title')} current="organizations" noIndex>
      <PageHead title={p.t('organizations.conflict.title')} say={p.t('organizations.conflict.say')} />
      <Plate id="both" title={p.t('organizations.conflict.both')} label={p.t('organizations.conflict.label')} small>
        <Table
          caption={p.t('organizations.conflict.both')}
          quietCaption
          columns={[
            {
              label: p.t('organizations.conflict.field'),
              head: true,
              cell: (row) => p.t(`organizations.field.${row.field}`),
            },
            { label: p.t('organizations.conflict.theirs'), cell: (row) => <Text text={row.theirs} /> },
            { label: p.t('organizations.conflict.yours'), cell: (row) => <Text text={row.yours} /> },
          ]}
          rows={differences}
        />
        <Form p={p} action={organizationPath(organization, '/edit')}>
          {fields.map((name) => (
            <input type="hidden" name={name} value={typed(values, name)} />
          ))}
          <input type="hidden" name="revision" value={String(organization.revision)} />
          <p class="row">
            <Button>{p.t('organizations.conflict.keep-mine')}</Button>
            <ButtonLink href={organizationPath(organization, '/edit')} look="quiet">
              {p.t('organizations.conflict.keep-theirs')}
            </ButtonLink>
          </p>
          <p class="caption">{p.t('organizations.conflict.logo')}</p>
        </Form>
      </Plate>
    </Layout>
  );
}

function Text({ text }: { text: string }) {
  return <span class="both">{text || '—'}</span>;
}

const fields = ['name', 'handle', 'summary', 'website', 'location', 'links', 'lang'] as const;

function differencesBetween(organization: Organization, values: FormValues): Difference[] {
  const kept = { ...organization, links: writeLinks(organization.links) };
  return fields
    .map((field) => ({ field, theirs: kept[field] ?? '', yours: typed(values, field) }))
    .filter(({ theirs, yours }) => theirs !== yours);
}

function typed(values: FormValues, name: string): string {
  const value = values[name];
  return ((Array.isArray(value) ? value[0] : value) ?? '').replace(/\r\n?/g, '\n').trim();
}
