import type { StaffRole } from '../../../kernel/actor.ts';
import {
  Button,
  Checkboxes,
  ConfirmDialog,
  EmptyState,
  ErrorSummary,
  Form,
  Layout,
  PageHead,
  Plate,
  Table,
  TextField,
  Time,
  Who,
} from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { FieldErrors } from '../../../web/parse.ts';
import type { FormValues } from '../../../web/read-form.ts';
import type { Affiliation, Organization, StaffInvitation, StaffMember, StaffSpell } from '../model.ts';
import { staffRoles } from '../model.ts';
import { AskedAffiliations, ConfirmedAffiliations } from './affiliation-lists.tsx';
import { organizationPath } from './paths.ts';

export interface StaffPageProps {
  p: Page;
  organization: Organization;
  staff: StaffMember[];
  history: StaffSpell[];
  /** For owners only: it names addresses. */
  invitations: StaffInvitation[];
  asked: Affiliation[];
  affiliated: Affiliation[];
  mayManage: boolean;
  mayAnswer: boolean;
  now: Date;
  errors?: FieldErrors;
  values?: FormValues;
}

export function StaffPage(props: StaffPageProps) {
  const { p, organization, asked, affiliated, mayAnswer, mayManage } = props;
  return (
    <Layout
      p={p}
      title={p.t('organizations.staff.of', { name: organization.name })}
      current="organizations"
      crumbs={[
        { href: '/organizations', label: p.t('organizations.title') },
        { href: organizationPath(organization), label: organization.name },
      ]}
      noIndex
    >
      <PageHead
        title={p.t('organizations.staff.title')}
        caption={organization.name}
        say={p.t('organizations.staff.say')}
      />
      <Plate id="now" title={p.t('organizations.staff.now')} label={<RoleWords p={p} />}>
        <div class="stack">
          {props.staff.map((member) => (
            <Member {...props} member={member} />
          ))}
        </div>
      </Plate>
      {mayManage ? <Invite {...props} /> : null}
      {mayAnswer ? (
        <>
          <AskedAffiliations p={p} organization={organization} asked={asked} />
          <ConfirmedAffiliations p={p} organization={organization} affiliated={affiliated} />
        </>
      ) : null}
      <History {...props} />
    </Layout>
  );
}

function RoleWords({ p }: { p: Page }) {
  return (
    <>
      {staffRoles.map((role) => (
        <>
          <b>{p.t(`organizations.role.${role}`)}</b> {p.t(`organizations.role.${role}.may`)}
          <br />
        </>
      ))}
    </>
  );
}

function Member({ p, organization, member, mayManage }: StaffPageProps & { member: StaffMember }) {
  const isSelf = p.actor.personId === member.personId;
  const action = organizationPath(organization, `/staff/${member.personId}`);
  return (
    <div class="member">
      <Who name={member.name} id={member.personId}>
        {member.roles.map(({ role, since }, index) => (
          <>
            {index > 0 ? <br /> : null}
            {p.t(`organizations.role.${role}`)}, {p.t('organizations.since')} <Time p={p} at={since} />
          </>
        ))}
      </Who>
      <div class="row">
        {mayManage && !isSelf ? <RolesDialog p={p} action={action} member={member} /> : null}
        {mayManage || isSelf ? <LeaveDialog p={p} action={action} member={member} isSelf={isSelf} /> : null}
      </div>
    </div>
  );
}

function RolesDialog({ p, action, member }: { p: Page; action: string; member: StaffMember }) {
  const id = `roles-${member.personId}`;
  return (
    <ConfirmDialog
      p={p}
      id={id}
      label={p.t('organizations.staff.change')}
      title={p.t('organizations.staff.change.title', { name: member.name })}
      action={`${action}/roles`}
      confirm={p.t('organizations.staff.change.confirm')}
      look="solid"
    >
      <RoleBoxes p={p} id={`${id}-box`} chosen={member.roles.map(({ role }) => role)} />
      <p class="caption">{p.t('organizations.staff.change.what')}</p>
    </ConfirmDialog>
  );
}

function LeaveDialog({ p, action, member, isSelf }: { p: Page; action: string; member: StaffMember; isSelf: boolean }) {
  const words = isSelf ? 'leave' : 'remove';
  return (
    <ConfirmDialog
      p={p}
      id={`${words}-${member.personId}`}
      label={p.t(`organizations.staff.${words}`)}
      title={p.t(`organizations.staff.${words}.title`, { name: member.name })}
      action={`${action}/remove`}
      confirm={p.t(`organizations.staff.${words}`)}
    >
      <p>{p.t(`organizations.staff.${words}.what`, { name: member.name })}</p>
    </ConfirmDialog>
  );
}

interface RoleBoxesProps {
  p: Page;
  id?: string;
  chosen?: StaffRole[];
  errors?: FieldErrors;
  values?: FormValues;
}

function RoleBoxes({ p, id, chosen, errors, values }: RoleBoxesProps) {
  return (
    <Checkboxes
      p={p}
      name="roles"
      id={id}
      label={p.t('organizations.staff.roles')}
      options={staffRoles.map((role) => ({
        value: role,
        label: `${p.t(`organizations.role.${role}`)}: ${p.t(`organizations.role.${role}.may`)}`,
      }))}
      chosen={chosen}
      errors={errors}
      values={values}
    />
  );
}

function Invite({ p, organization, invitations, now, errors, values }: StaffPageProps) {
  const labels = { address: p.t('organizations.invite.address'), roles: p.t('organizations.staff.roles') };
  return (
    <>
      <Plate id="invite" title={p.t('organizations.invite.title')} label={p.t('organizations.invite.label')} small>
        <Form p={p} action={organizationPath(organization, '/staff/invitations')} class="form roles">
          <ErrorSummary p={p} errors={errors} labels={labels} />
          <TextField
            p={p}
            name="address"
            type="email"
            label={labels.address}
            autocomplete="off"
            required
            errors={errors}
            values={values}
          />
          <RoleBoxes p={p} chosen={['issuer']} errors={errors} values={values} />
          <p>
            <Button>{p.t('organizations.invite.send')}</Button>
          </p>
        </Form>
      </Plate>
      {invitations.length > 0 ? (
        <Waiting p={p} organization={organization} invitations={invitations} now={now} />
      ) : null}
    </>
  );
}

function Waiting({
  p,
  organization,
  invitations,
  now,
}: Pick<StaffPageProps, 'p' | 'organization' | 'invitations' | 'now'>) {
  const roles = (row: StaffInvitation) => row.roles.map((role) => p.t(`organizations.role.${role}`)).join(', ');
  return (
    <Plate id="waiting" title={p.t('organizations.invite.waiting')} small>
      <Table
        caption={p.t('organizations.invite.waiting')}
        quietCaption
        columns={[
          { label: p.t('organizations.invite.address'), head: true, cell: (row) => row.address },
          { label: p.t('organizations.staff.roles'), cell: roles },
          { label: p.t('organizations.invite.until'), cell: (row) => <Until p={p} invitation={row} now={now} /> },
          {
            label: p.t('organizations.invite.withdraw'),
            quiet: true,
            cell: (row) => (
              <Form p={p} action={organizationPath(organization, `/staff/invitations/${row.id}/withdraw`)} class="row">
                <Button look="quiet" small>
                  {p.t('organizations.invite.withdraw')}
                  <span class="sr"> {row.address}</span>
                </Button>
              </Form>
            ),
          },
        ]}
        rows={invitations}
      />
    </Plate>
  );
}

function Until({ p, invitation, now }: { p: Page; invitation: StaffInvitation; now: Date }) {
  if (invitation.expiresAt <= now) return <>{p.t('organizations.invite.expired')}</>;
  return <Time p={p} at={invitation.expiresAt} />;
}

function History({ p, history, now }: StaffPageProps) {
  return (
    <Plate id="history" title={p.t('organizations.history')} label={p.t('organizations.history.label')} small>
      {history.length === 0 ? <EmptyState>{p.t('organizations.history.none')}</EmptyState> : null}
      <Table
        caption={p.t('organizations.history')}
        quietCaption
        columns={[
          { label: p.t('organizations.history.who'), head: true, cell: (row) => row.name },
          { label: p.t('organizations.history.role'), cell: (row) => p.t(`organizations.role.${row.role}`) },
          { label: p.t('organizations.history.from'), cell: (row) => <Time p={p} at={row.startedAt} /> },
          {
            label: p.t('organizations.history.to'),
            cell: (row) =>
              row.endedAt ? <Time p={p} at={row.endedAt} /> : p.t('organizations.history.today', { now }),
          },
          {
            label: p.t('organizations.history.by'),
            cell: (row) => [row.byName, row.endedByName].filter(Boolean).join(' · '),
          },
        ]}
        rows={history}
      />
    </Plate>
  );
}
