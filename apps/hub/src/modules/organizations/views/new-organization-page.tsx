import { Button, ErrorSummary, Form, Layout, Split } from '../../../web/components/index.ts';
import { labelsOf, OrganizationFields, type OrganizationFieldsProps } from './organization-fields.tsx';

export function NewOrganizationPage({ p, errors, values }: OrganizationFieldsProps) {
  return (
    <Layout
      p={p}
      title={p.t('organizations.new')}
      current="organizations"
      crumbs={[{ href: '/organizations', label: p.t('organizations.title') }]}
      noIndex
    >
      <Split title={p.t('organizations.new')} say={p.t('organizations.new.say')}>
        <Form p={p} action="/organizations/new" multipart guarded>
          <ErrorSummary p={p} errors={errors} labels={labelsOf(p)} />
          <OrganizationFields p={p} errors={errors} values={values} />
          <p>
            <Button>{p.t('organizations.make')}</Button>
          </p>
        </Form>
      </Split>
    </Layout>
  );
}
