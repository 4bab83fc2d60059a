import { Button, ButtonLink, ConfirmDialog, Form, Go } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import { type Achievement, achievementPath, issuerListPath, missingParts } from '../../achievements/index.ts';
import type { AchievementPageProps } from './achievement-page.tsx';

/** What owners and issuers can do now, and what is missing before they can. */
export function StaffActs(props: AchievementPageProps) {
  const { p, achievement, issuer, isStaff } = props;
  if (!isStaff) return null;
  return (
    <aside class="staffacts no-print" aria-label={p.t('explore.staff')}>
      {achievement.state === 'draft' ? <DraftActs {...props} /> : null}
      {achievement.state === 'published' ? <PublishedActs {...props} /> : null}
      {achievement.state === 'archived' ? <ArchivedActs {...props} /> : null}
      <Go href={issuerListPath(issuer)}>{p.t('explore.staff.list', { issuer: issuer.name })}</Go>
    </aside>
  );
}

function DraftActs({ p, achievement }: AchievementPageProps) {
  const missing = missingParts(achievement);
  return (
    <>
      <div class="aw__acts">
        {missing.length === 0 ? <OneButton p={p} achievement={achievement} step="publish" /> : null}
        <ButtonLink href={achievementPath(achievement, '/edit')} look={missing.length === 0 ? 'quiet' : 'solid'}>
          {p.t('explore.staff.edit')}
        </ButtonLink>
      </div>
      {missing.length > 0 ? (
        <div class="missing">
          <p class="ui">
            <strong>{p.t('explore.staff.missing', { count: missing.length })}</strong>
          </p>
          <ul class="ui">
            {missing.map((part) => (
              <li>
                <a href={achievementPath(achievement, `/edit#f-${fieldOf(part)}`)}>
                  {p.t(`achievements.missing.${part}`)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <p class="caption">{p.t('achievements.publish.next')}</p>
      )}
    </>
  );
}

const fieldOf = (part: string) => (part === 'image' ? 'picture' : part);

function PublishedActs({ p, achievement }: AchievementPageProps) {
  const { name, lockedAt } = achievement;
  return (
    <>
      <div class="aw__acts">
        <ButtonLink href={achievementPath(achievement, '/award')}>{p.t('explore.staff.award')}</ButtonLink>
        {lockedAt ? (
          <OneButton p={p} achievement={achievement} step="versions" />
        ) : (
          <ButtonLink href={achievementPath(achievement, '/edit')} look="quiet">
            {p.t('explore.staff.edit')}
          </ButtonLink>
        )}
        <ConfirmDialog
          p={p}
          id="archive"
          label={p.t('explore.staff.archive')}
          title={p.t('explore.staff.archive.title', { name })}
          action={achievementPath(achievement, '/archive')}
          confirm={p.t('explore.staff.archive.confirm')}
        >
          <p>{p.t('explore.staff.archive.what')}</p>
        </ConfirmDialog>
      </div>
      <p class="caption">{p.t(lockedAt ? 'explore.staff.locked' : 'explore.staff.open')}</p>
      <p class="row">
        <Go href={achievementPath(achievement, '/awards')}>{p.t('explore.staff.awards')}</Go>
        <Go href={achievementPath(achievement, '/codes')}>{p.t('explore.staff.codes')}</Go>
      </p>
    </>
  );
}

function ArchivedActs({ p, achievement }: AchievementPageProps) {
  return (
    <>
      <div class="aw__acts">
        <OneButton p={p} achievement={achievement} step="versions" />
        <OneButton p={p} achievement={achievement} step="restore" />
      </div>
      <p class="row">
        <Go href={achievementPath(achievement, '/awards')}>{p.t('explore.staff.awards')}</Go>
      </p>
    </>
  );
}

function OneButton({
  p,
  achievement,
  step,
}: {
  p: Page;
  achievement: Achievement;
  step: 'publish' | 'restore' | 'versions';
}) {
  return (
    <Form p={p} action={achievementPath(achievement, `/${step}`)} class="inline">
      <Button look={step === 'publish' ? 'solid' : 'quiet'}>{p.t(`explore.staff.${step}`)}</Button>
    </Form>
  );
}
