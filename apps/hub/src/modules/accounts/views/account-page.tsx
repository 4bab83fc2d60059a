import { ButtonLink, ErrorSummary, Go, Layout, PageHead, Plate } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { FieldErrors } from '../../../web/parse.ts';
import type { FormValues } from '../../../web/read-form.ts';
import type { AccountOverview } from '../view-account.ts';
import { EmailsPart } from './emails-part.tsx';
import { OrganizationsPart } from './organizations-part.tsx';
import { PasskeysPart } from './passkeys-part.tsx';
import { PasswordPart } from './password-part.tsx';
import { ProfilePart } from './profile-part.tsx';
import { SessionsPart } from './sessions-part.tsx';

export type AccountForm = 'profile' | 'emails' | 'password' | 'passkeys';

export interface AccountPageProps {
  p: Page;
  overview: AccountOverview;
  sessionId: string | undefined;
  now: Date;
  /** The form that did not go through, with what was typed into it. */
  failed?: { form: AccountForm; errors: FieldErrors; values?: FormValues };
}

export function AccountPage({ p, overview, sessionId, now, failed }: AccountPageProps) {
  const of = (form: AccountForm) => (failed?.form === form ? { errors: failed.errors, values: failed.values } : {});
  return (
    <Layout p={p} title={p.t('accounts.account')} current="account" noIndex>
      <PageHead title={p.t('accounts.account')} caption={overview.name} say={p.t('accounts.account.say')} />
      {failed ? (
        <div class="sheet">
          <ErrorSummary p={p} errors={failed.errors} />
        </div>
      ) : null}
      <ProfilePart p={p} overview={overview} {...of('profile')} />
      <OrganizationsPart p={p} />
      <EmailsPart p={p} emails={overview.emails} {...of('emails')} />
      <PasswordPart p={p} hasPassword={overview.account?.passwordHash !== undefined} {...of('password')} />
      <PasskeysPart p={p} passkeys={overview.passkeys} {...of('passkeys')} />
      <SessionsPart p={p} sessions={overview.sessions} current={sessionId} now={now} />
      <Plate id="export" title={p.t('accounts.export')} label={p.t('accounts.export.label')}>
        <div class="stack">
          <p>{p.t('accounts.export.say')}</p>
          <p class="row">
            <ButtonLink href="/account/export" look="quiet" download>
              {p.t('accounts.export.take')}
            </ButtonLink>
          </p>
        </div>
      </Plate>
      <Plate id="leave" title={p.t('accounts.delete')}>
        <div class="stack">
          <p>{p.t('accounts.delete.first')}</p>
          <Go href="/account/delete">{p.t('accounts.delete.go')}</Go>
        </div>
      </Plate>
    </Layout>
  );
}
