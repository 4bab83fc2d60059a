import { Button, ConfirmDialog, EmptyState, Form, Plate, TextArea, Time, Who } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { Affiliation, Organization } from '../model.ts';
import { organizationPath } from './paths.ts';

export function AskedAffiliations({
  p,
  organization,
  asked,
}: {
  p: Page;
  organization: Organization;
  asked: Affiliation[];
}) {
  return (
    <Plate id="asked" title={p.t('organizations.asked')} label={p.t('organizations.asked.label')} small>
      {asked.length === 0 ? <EmptyState>{p.t('organizations.asked.none')}</EmptyState> : null}
      <div class="stack">
        {asked.map((affiliation) => (
          <div class="member" id={affiliation.id}>
            <Who name={affiliation.personName} id={affiliation.personId}>
              {p.t('organizations.asked.on')} <Time p={p} at={affiliation.askedAt} />
            </Who>
            <div class="row">
              <Form
                p={p}
                action={organizationPath(organization, `/affiliations/${affiliation.id}/confirm`)}
                class="row"
              >
                <Button small>
                  {p.t('organizations.asked.confirm')}
                  <span class="sr"> {affiliation.personName}</span>
                </Button>
              </Form>
              <RefuseDialog p={p} organization={organization} affiliation={affiliation} />
            </div>
          </div>
        ))}
      </div>
    </Plate>
  );
}

function RefuseDialog({
  p,
  organization,
  affiliation,
}: {
  p: Page;
  organization: Organization;
  affiliation: Affiliation;
}) {
  return (
    <ConfirmDialog
      p={p}
      id={`refuse-${affiliation.id}`}
      label={p.t('organizations.asked.refuse')}
      title={p.t('organizations.asked.refuse.title', { name: affiliation.personName })}
      action={organizationPath(organization, `/affiliations/${affiliation.id}/refuse`)}
      confirm={p.t('organizations.asked.refuse')}
    >
      <TextArea
        p={p}
        name="reason"
        id={`reason-${affiliation.id}`}
        label={p.t('organizations.asked.reason')}
        hint={p.t('organizations.asked.reason.hint')}
        rows={3}
        required
      />
    </ConfirmDialog>
  );
}

export function ConfirmedAffiliations({
  p,
  organization,
  affiliated,
}: {
  p: Page;
  organization: Organization;
  affiliated: Affiliation[];
}) {
  if (affiliated.length === 0) return null;
  return (
    <Plate id="affiliated" title={p.t('organizations.confirmed')} label={p.t('organizations.confirmed.label')} small>
      <div class="stack">
        {affiliated.map((affiliation) => (
          <div class="member">
            <Who name={affiliation.personName} id={affiliation.personId}>
              {p.t('organizations.since')} <Time p={p} at={affiliation.startedAt ?? affiliation.askedAt} />
            </Who>
            <ConfirmDialog
              p={p}
              id={`end-${affiliation.id}`}
              label={p.t('organizations.confirmed.end')}
              title={p.t('organizations.confirmed.end.title', { name: affiliation.personName })}
              action={organizationPath(organization, `/affiliations/${affiliation.id}/end`)}
              confirm={p.t('organizations.confirmed.end')}
            >
              <p>{p.t('organizations.confirmed.end.what', { name: affiliation.personName })}</p>
            </ConfirmDialog>
          </div>
        ))}
      </div>
    </Plate>
  );
}
