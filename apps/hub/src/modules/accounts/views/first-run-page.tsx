import {
  Button,
  ErrorSummary,
  Form,
  Layout,
  Plate,
  Select,
  Split,
  TextArea,
  TextField,
} from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { FieldErrors } from '../../../web/parse.ts';
import type { FormValues } from '../../../web/read-form.ts';
import { languageChoices, timeZoneChoices } from '../routes/choices.ts';

interface Props {
  p: Page;
  withDemo: boolean;
  errors?: FieldErrors;
  values?: FormValues;
}

export function FirstRunPage({ p, withDemo, errors, values }: Props) {
  return (
    <Layout p={p} title={p.t('accounts.first-run.title')} noIndex bare>
      <Split
        title={p.t('accounts.first-run.title')}
        say={p.t('accounts.first-run.say')}
        left={withDemo ? <OpenDemo p={p} /> : undefined}
      >
        <MakeForm p={p} errors={errors} values={values} />
      </Split>
    </Layout>
  );
}

function MakeForm({ p, errors, values }: Omit<Props, 'withDemo'>) {
  const field = (name: string) => ({
    p,
    name,
    errors,
    values,
    label: p.t(`accounts.first-run.${name}`),
    required: true,
  });
  const labels = Object.fromEntries(
    ['name', 'purpose', 'person', 'email', 'password'].map((name) => [name, field(name).label]),
  );
  return (
    <Form p={p} action="/first-run">
      <ErrorSummary p={p} errors={errors} labels={labels} />
      <Plate inside small id="alliance" title={p.t('accounts.first-run.alliance')}>
        <div class="form">
          <TextField {...field('name')} maxlength={120} hint={p.t('accounts.first-run.name.hint')} />
          <TextArea {...field('purpose')} rows={3} maxlength={600} hint={p.t('accounts.first-run.purpose.hint')} />
          <div class="fields-2">
            <Select {...field('lang')} options={languageChoices(p)} value={p.locale} />
            <Select {...field('timeZone')} options={timeZoneChoices} value={p.timeZone} />
          </div>
        </div>
      </Plate>
      <Plate
        inside
        small
        id="steward"
        title={p.t('accounts.first-run.steward')}
        label={p.t('accounts.first-run.steward.say')}
      >
        <div class="form">
          <TextField {...field('person')} autocomplete="name" maxlength={120} />
          <TextField {...field('email')} type="email" autocomplete="username" />
          <TextField
            {...field('password')}
            type="password"
            autocomplete="new-password"
            hint={p.t('accounts.password.hint')}
          />
          <p class="row">
            <Button>{p.t('accounts.first-run.make')}</Button>
          </p>
        </div>
      </Plate>
    </Form>
  );
}

function OpenDemo({ p }: { p: Page }) {
  return (
    <Form p={p} action="/first-run/demo">
      <p>{p.t('accounts.first-run.demo.say')}</p>
      <p class="row">
        <Button look="quiet">{p.t('accounts.first-run.demo')}</Button>
      </p>
    </Form>
  );
}
