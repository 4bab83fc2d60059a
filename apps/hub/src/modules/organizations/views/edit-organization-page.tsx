import {
  Button,
  ConfirmDialog,
  ErrorSummary,
  Form,
  Go,
  Layout,
  PageHead,
  Plate,
  TextArea,
} from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { Organization } from '../model.ts';
import { labelsOf, OrganizationFields, type OrganizationFieldsProps } from './organization-fields.tsx';
import { organizationPath } from './paths.ts';

interface Props extends OrganizationFieldsProps {
  organization: Organization;
}

export function EditOrganizationPage({ p, organization, errors, values }: Props) {
  const { name } = organization;
  return (
    <Layout
      p={p}
      title={p.t('organizations.edit.title', { name })}
      current="organizations"
      crumbs={[
        { href: '/organizations', label: p.t('organizations.title') },
        { href: organizationPath(organization), label: name },
      ]}
      noIndex
    >
      <PageHead title={p.t('organizations.edit.title', { name })} caption={p.t('organizations.edit.caption')} />
      <Plate id="says" title={p.t('organizations.edit.says')} label={p.t('organizations.edit.says.label')} small>
        <Form p={p} action={organizationPath(organization, '/edit')} multipart guarded>
          <ErrorSummary p={p} errors={errors} labels={labelsOf(p)} />
          <input type="hidden" name="revision" value={String(organization.revision)} />
          <OrganizationFields p={p} organization={organization} errors={errors} values={values} />
          <p>
            <Button>{p.t('organizations.keep')}</Button>
          </p>
        </Form>
      </Plate>
      <Plate id="keys" title={p.t('organizations.edit.keys')} label={p.t('organizations.edit.keys.label')} small>
        <Go href={`/issuers/${organization.id}/keys`}>{p.t('organizations.edit.keys.go')}</Go>
      </Plate>
      <Plate id="end" title={p.t('organizations.end')} label={p.t('organizations.end.label')} small>
        <EndDialog p={p} organization={organization} />
      </Plate>
    </Layout>
  );
}

function EndDialog({ p, organization }: { p: Page; organization: Organization }) {
  return (
    <ConfirmDialog
      p={p}
      id="end-dialog"
      label={p.t('organizations.end.open')}
      title={p.t('organizations.end.title', { name: organization.name })}
      action={organizationPath(organization, '/end')}
      confirm={p.t('organizations.end.confirm')}
    >
      <p>{p.t('organizations.end.what')}</p>
      <TextArea
        p={p}
        name="reason"
        label={p.t('organizations.end.reason')}
        hint={p.t('organizations.end.reason.hint')}
        rows={3}
        required
      />
    </ConfirmDialog>
  );
}
