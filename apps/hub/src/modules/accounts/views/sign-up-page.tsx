import { Button, ErrorSummary, Form, Go, Layout, Split, TextField } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { FieldErrors } from '../../../web/parse.ts';
import type { FormValues } from '../../../web/read-form.ts';

interface Props {
  p: Page;
  next: string;
  errors?: FieldErrors;
  values?: FormValues;
}

export function SignUpPage({ p, next, errors, values }: Props) {
  const [name, email, password] = [p.t('accounts.name'), p.t('accounts.email'), p.t('accounts.password')];
  const query = next === '/' ? '' : `?next=${encodeURIComponent(next)}`;
  const field = { p, errors, values };
  return (
    <Layout p={p} title={p.t('accounts.sign-up')} current="sign-in" noIndex>
      <Split
        title={p.t('accounts.sign-up')}
        say={p.t('accounts.sign-up.say')}
        left={<Go href={`/sign-in${query}`}>{p.t('accounts.sign-up.have-one')}</Go>}
      >
        <Form p={p} action="/sign-up">
          <ErrorSummary p={p} errors={errors} labels={{ name, email, password }} />
          <input type="hidden" name="next" value={next} />
          <TextField
            {...field}
            name="name"
            label={name}
            autocomplete="name"
            maxlength={120}
            required
            hint={p.t('accounts.name.hint')}
          />
          <TextField
            {...field}
            name="email"
            label={email}
            type="email"
            autocomplete="username"
            required
            hint={p.t('accounts.sign-up.email.hint')}
          />
          <TextField
            {...field}
            name="password"
            label={password}
            type="password"
            autocomplete="new-password"
            optional
            hint={`${p.t('accounts.sign-up.password.hint')} ${p.t('accounts.password.hint')}`}
          />
          <p class="row">
            <Button>{p.t('accounts.sign-up.send')}</Button>
          </p>
        </Form>
      </Split>
    </Layout>
  );
}
