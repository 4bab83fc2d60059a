import type { Child } from 'hono/jsx';
import {
  Button,
  ButtonLink,
  EmptyState,
  Form,
  Go,
  Layout,
  Markdown,
  OrgMark,
  Plate,
  State,
  Time,
  Who,
} from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { Affiliation, Organization, StaffMember } from '../model.ts';
import { firstWords } from './first-words.ts';
import { organizationPath } from './paths.ts';

export interface OrganizationPageProps {
  p: Page;
  organization: Organization;
  logo: string | undefined;
  /** Those whom the reader may see. */
  staff: StaffMember[];
  unseenStaff: number;
  affiliated: Affiliation[];
  unseenAffiliated: number;
  badges: Child | null;
  isStaff: boolean;
  isOwner: boolean;
  mayIssue: boolean;
  /** What the reader has said about working here, as far as it goes on. */
  mine: Affiliation | undefined;
}

export function OrganizationPage(props: OrganizationPageProps) {
  const { p, organization, badges } = props;
  return (
    <Layout
      p={p}
      title={organization.name}
      description={firstWords(organization.summary)}
      current="organizations"
      crumbs={[{ href: '/organizations', label: p.t('organizations.title') }]}
      alternates={[{ type: 'application/ld+json', href: `/issuers/${organization.id}` }]}
    >
      <Head {...props} />
      <Plate id="badges" title={p.t('organizations.badges')} label={p.t('organizations.badges.label')}>
        {badges ?? <EmptyState>{p.t('organizations.badges.none', { name: organization.name })}</EmptyState>}
      </Plate>
      <People {...props} />
      <Plate
        id="believe"
        title={p.t('organizations.believe')}
        small
        label={p.t('organizations.believe.label')}
        more={<Go href={`/issuers/${organization.id}`}>{p.t('organizations.believe.go')}</Go>}
      >
        <Facts p={p} organization={organization} />
      </Plate>
    </Layout>
  );
}

function Head(props: OrganizationPageProps) {
  const { p, organization, logo, isStaff, isOwner } = props;
  return (
    <div class="sheet orghead">
      <div class="orghead__t">
        <p class="caption free">
          {organization.endedAt ? (
            <State kind="ended">{p.t('organizations.ended-on', { date: p.date(organization.endedAt) })}</State>
          ) : (
            <>
              {p.t('organizations.kind')}
              {organization.location ? ` · ${organization.location}` : ''}
            </>
          )}
        </p>
        <div class="orghead__name">
          <OrgMark id={organization.id} logo={logo} size="l" />
          <h1 dir="auto" lang={organization.lang}>
            {organization.name}
          </h1>
        </div>
        {organization.endedReason ? <p class="wall-text">{organization.endedReason}</p> : null}
        {organization.summary ? <Markdown text={organization.summary} lang={organization.lang} /> : null}
        {organization.summary === '' && isOwner ? (
          <EmptyState action={<Go href={organizationPath(organization, '/edit')}>{p.t('organizations.edit')}</Go>}>
            {p.t('organizations.summary.none')}
          </EmptyState>
        ) : null}
      </div>
      {isStaff || organization.website || organization.links.length > 0 ? (
        <aside class="orghead__side stack" aria-label={p.t('organizations.where')}>
          <Links p={p} organization={organization} />
          {isStaff ? <Duties {...props} /> : null}
        </aside>
      ) : null}
    </div>
  );
}

function Links({ p, organization }: Pick<OrganizationPageProps, 'p' | 'organization'>) {
  const { website, links } = organization;
  if (!website && links.length === 0) return null;
  return (
    <ul class="ui stack">
      {website ? (
        <li>
          <a href={website} rel="nofollow ugc noopener" dir="ltr">
            {new URL(website).hostname}
          </a>{' '}
          <span class="caption">{p.t('organizations.website')}</span>
        </li>
      ) : null}
      {links.map(({ label, url }) => (
        <li>
          <a href={url} rel="nofollow ugc noopener" dir="auto">
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Duties({ p, organization, isOwner, mayIssue }: OrganizationPageProps) {
  return (
    <div class="row">
      {isOwner && !organization.endedAt ? (
        <ButtonLink href={organizationPath(organization, '/edit')} look="quiet" small>
          {p.t('organizations.edit')}
        </ButtonLink>
      ) : null}
      <ButtonLink href={organizationPath(organization, '/staff')} look="quiet" small>
        {p.t('organizations.staff.title')}
      </ButtonLink>
      {mayIssue && !organization.endedAt ? (
        <ButtonLink href={`/achievements/new?issuer=${organization.id}`} small>
          {p.t('organizations.badges.new')}
        </ButtonLink>
      ) : null}
      {mayIssue ? (
        <ButtonLink href={organizationPath(organization, '/achievements')} look="quiet" small>
          {p.t('organizations.badges.all')}
        </ButtonLink>
      ) : null}
    </div>
  );
}

function People(props: OrganizationPageProps) {
  const { p, organization, staff, affiliated, unseenStaff, unseenAffiliated } = props;
  return (
    <Plate
      id="people"
      title={p.t('organizations.people')}
      label={p.t('organizations.people.label')}
      more={<Belonging {...props} />}
    >
      <div class="people">
        {staff.map((member) => (
          <Who name={member.name} id={member.personId}>
            {member.roles.map(({ role }) => p.t(`organizations.role.${role}`)).join(', ')}
            <br />
            {p.t('organizations.since')} <Time p={p} at={member.roles[0]?.since ?? organization.createdAt} />
          </Who>
        ))}
        {affiliated.map((affiliation) => (
          <Who name={affiliation.personName} id={affiliation.personId}>
            {p.t('organizations.affiliated')}
            <br />
            {p.t('organizations.since')} <Time p={p} at={affiliation.startedAt ?? affiliation.askedAt} />
          </Who>
        ))}
      </div>
      {unseenStaff + unseenAffiliated > 0 ? (
        <p class="caption">{p.t('organizations.people.unseen', { count: unseenStaff + unseenAffiliated })}</p>
      ) : null}
    </Plate>
  );
}

/** "I work here": asked here, answered by the organization, shown only then. */
function Belonging({ p, organization, mine, isStaff }: OrganizationPageProps) {
  if (p.actor.kind !== 'person' || organization.endedAt) return null;
  if (mine) {
    return (
      <p class="caption">
        {p.t(`organizations.affiliation.mine.${mine.state}`)}{' '}
        <a href="/account/affiliations">{p.t('organizations.affiliations.yours')}</a>
      </p>
    );
  }
  if (isStaff) return null;
  return (
    <Form p={p} action={organizationPath(organization, '/affiliations')} class="stack">
      <p>
        <Button look="quiet" small>
          {p.t('organizations.affiliation.ask')}
        </Button>
      </p>
      <p class="caption">{p.t('organizations.affiliation.ask.hint')}</p>
    </Form>
  );
}

function Facts({ p, organization }: Pick<OrganizationPageProps, 'p' | 'organization'>) {
  return (
    <dl class="charter">
      <div>
        <dt>{p.t('organizations.here-since')}</dt>
        <dd>
          <Time p={p} at={organization.createdAt} />
        </dd>
      </div>
      <div>
        <dt>{p.t('organizations.address')}</dt>
        <dd class="mono">{p.base + organizationPath(organization)}</dd>
      </div>
    </dl>
  );
}
