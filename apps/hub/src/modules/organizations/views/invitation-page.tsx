import { Button, ButtonLink, ErrorSummary, Form, Layout, Split, TextField } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { FieldErrors } from '../../../web/parse.ts';
import type { FormValues } from '../../../web/read-form.ts';
import type { Organization, StaffInvitation } from '../model.ts';
import { organizationPath } from './paths.ts';

interface Props {
  p: Page;
  invitation: StaffInvitation;
  organization: Organization;
  inviter: string;
  path: string;
  /**
   * `accept`: signed in with the invited address. `other-account`: signed in, but without it. `sign-in`: the address has
   * an account. `new`: it has none yet.
   */
  way: 'accept' | 'other-account' | 'sign-in' | 'new';
  errors?: FieldErrors;
  values?: FormValues;
}

export function InvitationPage(props: Props) {
  const { p, invitation, organization, inviter } = props;
  const names = { organization: organization.name, person: inviter };
  return (
    <Layout p={p} title={p.t('organizations.invitation.title', names)} current="organizations" noIndex>
      <Split
        title={p.t('organizations.invitation.title', names)}
        say={p.t('organizations.invitation.say', names)}
        left={<a href={organizationPath(organization)}>{p.t('organizations.invitation.about', names)}</a>}
      >
        <div class="stack">
          <h2 class="h-label">{p.t('organizations.invitation.gives')}</h2>
          <dl class="charter">
            {invitation.roles.map((role) => (
              <div>
                <dt>{p.t(`organizations.role.${role}`)}</dt>
                <dd>{p.t(`organizations.role.${role}.may`)}</dd>
              </div>
            ))}
          </dl>
          <p class="caption">{p.t('organizations.invitation.until', { date: p.date(invitation.expiresAt) })}</p>
          <Way {...props} />
        </div>
      </Split>
    </Layout>
  );
}

function Way({ p, invitation, path, way, errors, values }: Props) {
  if (way === 'sign-in') {
    return (
      <>
        <p>{p.t('organizations.invitation.sign-in', { address: invitation.address })}</p>
        <p>
          <ButtonLink href={`/sign-in?next=${encodeURIComponent(path)}`}>{p.t('web.nav.sign-in')}</ButtonLink>
        </p>
      </>
    );
  }
  if (way === 'other-account') {
    return (
      <>
        <p>{p.t('organizations.invitation.other-account', { address: invitation.address })}</p>
        <p class="row">
          <ButtonLink href="/account">{p.t('organizations.invitation.add-address')}</ButtonLink>
        </p>
      </>
    );
  }
  const name = p.t('organizations.invitation.name');
  return (
    <Form p={p} action={path}>
      <ErrorSummary p={p} errors={errors} labels={{ name }} />
      {way === 'new' ? (
        <>
          <p>{p.t('organizations.invitation.new', { address: invitation.address })}</p>
          <TextField p={p} name="name" label={name} autocomplete="name" required errors={errors} values={values} />
        </>
      ) : null}
      <p>
        <Button>{p.t(way === 'new' ? 'organizations.invitation.make' : 'organizations.invitation.accept')}</Button>
      </p>
      <p class="caption">{p.t('organizations.invitation.ignore')}</p>
    </Form>
  );
}
