import {
  Button,
  ErrorSummary,
  Form,
  Go,
  Icon,
  Layout,
  LinkButton,
  Split,
  TextField,
} from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { FieldErrors } from '../../../web/parse.ts';
import type { FormValues } from '../../../web/read-form.ts';

interface Props {
  p: Page;
  next: string;
  errors?: FieldErrors;
  values?: FormValues;
}

export function SignInPage({ p, next, errors, values }: Props) {
  return (
    <Layout p={p} title={p.t('accounts.sign-in')} current="sign-in" noIndex>
      <Split
        title={p.t('accounts.sign-in')}
        say={p.t('accounts.sign-in.say')}
        left={
          <>
            {p.alliance.demo ? <LookAround p={p} /> : null}
            <NoAccountYet p={p} next={next} />
          </>
        }
      >
        <div class="stack">
          <SignInForm p={p} next={next} errors={errors} values={values} />
          <PasskeySignIn p={p} next={next} />
        </div>
      </Split>
    </Layout>
  );
}

/** In a demonstration only, where everybody is invented. */
function LookAround({ p }: { p: Page }) {
  return (
    <Form p={p} action="/demo/enter">
      <h2 class="h-label">{p.t('demo.enter.title')}</h2>
      <p>{p.t('demo.enter.say')}</p>
      <p class="row">
        {['steward', 'issuer', 'holder'].map((role) => (
          <Button look="quiet" small name="as" value={role}>
            {p.t(`demo.enter.${role}`)}
          </Button>
        ))}
      </p>
    </Form>
  );
}

function NoAccountYet({ p, next }: { p: Page; next: string }) {
  const query = next === '/' ? '' : `?next=${encodeURIComponent(next)}`;
  return <Go href={`/sign-up${query}`}>{p.t('accounts.sign-in.no-account')}</Go>;
}

function SignInForm({ p, next, errors, values }: Props) {
  const [email, password] = [p.t('accounts.email'), p.t('accounts.password')];
  return (
    <Form p={p} action="/sign-in">
      <ErrorSummary p={p} errors={errors} labels={{ email, password }} />
      <input type="hidden" name="next" value={next} />
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
      <TextField
        p={p}
        name="password"
        label={password}
        type="password"
        autocomplete="current-password"
        errors={errors}
      />
      <p class="row">
        <Button>{p.t('accounts.sign-in')}</Button>
        <Button look="quiet" formaction="/sign-in/link">
          {p.t('accounts.sign-in.send-link')}
        </Button>
      </p>
      <p>
        <LinkButton formaction="/forgot-password">{p.t('accounts.sign-in.forgot')}</LinkButton>
      </p>
    </Form>
  );
}

/** Hidden until the browser says that it can; the form above is the way without. */
function PasskeySignIn({ p, next }: { p: Page; next: string }) {
  return (
    <Form p={p} action="/sign-in" label={p.t('accounts.sign-in.passkey')}>
      <input type="hidden" name="next" value={next} />
      <passkey-sign-in
        hidden
        data-options="/sign-in/passkey/options"
        data-verify="/sign-in/passkey/verify"
        data-csrf={p.csrf}
        data-left={p.t('accounts.passkey.left')}
        data-failed={p.t('accounts.passkey.failed')}
      >
        <Button type="button" look="quiet">
          <Icon name="key-round" />
          {p.t('accounts.sign-in.passkey')}
        </Button>
        <p class="caption" role="status"></p>
      </passkey-sign-in>
    </Form>
  );
}
