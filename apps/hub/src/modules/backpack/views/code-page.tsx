import {
  Button,
  ButtonLink,
  CannotNow,
  ErrorSummary,
  Form,
  Layout,
  Select,
  Split,
  TextField,
  Time,
  WarnLine,
} from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { FieldErrors } from '../../../web/parse.ts';
import type { FormValues } from '../../../web/read-form.ts';
import type { OpenedCode } from '../open-code.ts';
import { Offer } from './offer.tsx';
import { VisibilityField } from './visibility-field.tsx';

/** Where a code is typed that was read out or hung on a wall. */
export function TypeCodePage({ p, errors, values }: { p: Page; errors?: FieldErrors; values?: FormValues }) {
  const label = p.t('backpack.code.label');
  return (
    <Layout p={p} title={p.t('backpack.code.title')} description={p.t('backpack.code.say')} current="badges">
      <Split title={p.t('backpack.code.title')} say={p.t('backpack.code.say')}>
        <Form p={p} action="/c">
          <ErrorSummary p={p} errors={errors} labels={{ code: label }} />
          <TextField
            p={p}
            name="code"
            label={label}
            hint={p.t('backpack.code.hint')}
            placeholder="K7QM-3XRP"
            maxlength={40}
            errors={errors}
            values={values}
            required
            short
          />
          <p>
            <Button>{p.t('backpack.code.open')}</Button>
          </p>
        </Form>
      </Split>
    </Layout>
  );
}

export interface CodePageProps {
  p: Page;
  opened: OpenedCode;
  path: string;
  /** Verified addresses of whoever is signed in. */
  emails: string[];
}

/** What the code gives, how many places are left, and until when. */
export function CodePage(props: CodePageProps) {
  const { p, opened } = props;
  const { achievement, issuer, code } = opened;
  return (
    <Offer
      p={p}
      achievement={achievement}
      issuer={issuer}
      caption={p.t('backpack.code.caption', { issuer: issuer.name })}
    >
      <section class="claim__do" aria-labelledby="take">
        <h2 class="h-label" id="take">
          {p.t('backpack.code.take.title')}
        </h2>
        <p class="caption">
          {code.useLimit === undefined
            ? p.t('backpack.code.places-open')
            : p.t('backpack.code.places', { left: Math.max(0, code.useLimit - code.uses) })}{' '}
          {code.closesAt ? (
            <>
              {p.t('backpack.code.closes')} <Time p={p} at={code.closesAt} style="datetime" />
            </>
          ) : null}
        </p>
        <Take {...props} />
      </section>
    </Offer>
  );
}

function Take({ p, opened, path, emails }: CodePageProps) {
  const { refusal, code } = opened;
  if (refusal) {
    return (
      <>
        <WarnLine title={p.t(`refusal.${refusal}`)}>
          {refusal === 'code.not-open-yet' && code.opensAt ? (
            <>
              {p.t('backpack.code.opens')} <Time p={p} at={code.opensAt} style="datetime" />
            </>
          ) : (
            p.t(`refusal.${refusal}.remedy`)
          )}
        </WarnLine>
        <p>
          <CannotNow>{p.t('backpack.code.take')}</CannotNow>
        </p>
      </>
    );
  }
  if (p.actor.kind === 'visitor') return <SignIn p={p} path={path} />;
  return (
    <Form p={p} action={path}>
      <p>{p.t('backpack.code.meaning', { issuer: opened.issuer.name })}</p>
      {emails.length > 1 ? (
        <Select
          p={p}
          name="email"
          label={p.t('backpack.code.email')}
          hint={p.t('backpack.code.email.hint')}
          options={emails.map((email) => ({ value: email, label: email }))}
        />
      ) : (
        <p class="caption">{p.t('backpack.code.made-out', { address: emails[0] ?? '' })}</p>
      )}
      <VisibilityField p={p} />
      <p>
        <Button>{p.t('backpack.code.take')}</Button>
      </p>
    </Form>
  );
}

function SignIn({ p, path }: { p: Page; path: string }) {
  const next = encodeURIComponent(path);
  return (
    <>
      <p>{p.t('backpack.code.needs-account')}</p>
      <p class="row">
        <ButtonLink href={`/sign-in?next=${next}`}>{p.t('web.nav.sign-in')}</ButtonLink>
        <ButtonLink href={`/sign-up?next=${next}`} look="quiet">
          {p.t('backpack.code.sign-up')}
        </ButtonLink>
      </p>
    </>
  );
}
