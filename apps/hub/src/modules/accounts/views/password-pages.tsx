import { Button, ErrorSummary, Form, Layout, Split, TextField } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { FieldErrors } from '../../../web/parse.ts';
import type { FormValues } from '../../../web/read-form.ts';

interface Props {
  p: Page;
  errors?: FieldErrors;
  values?: FormValues;
}

export function ForgotPasswordPage({ p, errors, values }: Props) {
  const email = p.t('accounts.email');
  return (
    <Layout p={p} title={p.t('accounts.forgot')} current="sign-in" noIndex>
      <Split title={p.t('accounts.forgot')} say={p.t('accounts.forgot.say')}>
        <Form p={p} action="/forgot-password">
          <ErrorSummary p={p} errors={errors} labels={{ email }} />
          <TextField
            p={p}
            name="email"
            label={email}
            type="email"
            autocomplete="username"
            required
            errors={errors}
            values={values}
          />
          <p class="row">
            <Button>{p.t('accounts.forgot.send')}</Button>
          </p>
        </Form>
      </Split>
    </Layout>
  );
}

export function ResetPasswordPage({ p, errors, action }: Props & { action: string }) {
  const password = p.t('accounts.password.new');
  const hint = p.t('accounts.password.hint');
  return (
    <Layout p={p} title={p.t('accounts.reset')} noIndex>
      <Split title={p.t('accounts.reset')} say={p.t('accounts.reset.say')}>
        <Form p={p} action={action}>
          <ErrorSummary p={p} errors={errors} labels={{ password }} />
          <TextField
            p={p}
            name="password"
            label={password}
            type="password"
            autocomplete="new-password"
            required
            errors={errors}
            hint={hint}
          />
          <p class="row">
            <Button>{p.t('accounts.reset.save')}</Button>
          </p>
        </Form>
      </Split>
    </Layout>
  );
}
