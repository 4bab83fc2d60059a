import type { RefusalCode } from '../../../kernel/refusal.ts';
import { Button, ErrorSummary, Form, Go, Layout, Split, TextField } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { FieldErrors } from '../../../web/parse.ts';

interface Props {
  p: Page;
  hasPassword: boolean;
  /** Why not now; null: it can be done. */
  reason: RefusalCode | null;
  /** Catalogue keys of other modules. */
  consequences: string[];
  errors?: FieldErrors;
}

export function DeleteAccountPage({ p, hasPassword, reason, consequences, errors }: Props) {
  const title = p.t('accounts.delete');
  return (
    <Layout
      p={p}
      title={title}
      current="account"
      crumbs={[{ href: '/account', label: p.t('accounts.account') }]}
      noIndex
    >
      <Split
        title={title}
        say={p.t('accounts.delete.say')}
        left={<Go href="/account/export">{p.t('accounts.delete.export-first')}</Go>}
      >
        <div class="stack">
          <ul class="consequences">
            {[
              'accounts.delete.name',
              'accounts.delete.ways',
              'accounts.delete.duties',
              ...consequences,
              'accounts.delete.log',
            ].map((key) => (
              <li>{p.t(key)}</li>
            ))}
          </ul>
          {reason ? <NotNow p={p} reason={reason} /> : <DeleteForm p={p} hasPassword={hasPassword} errors={errors} />}
        </div>
      </Split>
    </Layout>
  );
}

function NotNow({ p, reason }: { p: Page; reason: RefusalCode }) {
  return (
    <div class="summary">
      <p class="ui">
        <strong>{p.t(`refusal.${reason}`)}</strong>
      </p>
      <p class="ui">{p.t(`refusal.${reason}.remedy`)}</p>
    </div>
  );
}

function DeleteForm({ p, hasPassword, errors }: Pick<Props, 'p' | 'hasPassword' | 'errors'>) {
  const password = p.t('accounts.password');
  return (
    <Form p={p} action="/account/delete">
      <ErrorSummary p={p} errors={errors} labels={{ password }} />
      {hasPassword ? (
        <TextField
          p={p}
          name="password"
          label={password}
          type="password"
          autocomplete="current-password"
          required
          errors={errors}
        />
      ) : (
        <p>
          {p.t('accounts.delete.fresh')}{' '}
          <a href="/sign-in?again=1&next=%2Faccount%2Fdelete">{p.t('accounts.sign-in.again')}</a>
        </p>
      )}
      <p class="row">
        <Button look="no">{p.t('accounts.delete.do')}</Button>
      </p>
    </Form>
  );
}
