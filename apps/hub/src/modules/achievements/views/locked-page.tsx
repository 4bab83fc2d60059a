import { BadgeImage, Button, ButtonLink, Form, Layout, MountFrame, Split } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { Issuer } from '../../profiles/index.ts';
import type { Achievement } from '../model.ts';
import { achievementPath, issuerListPath, picturePath } from '../paths-model.ts';

/** What people earned does not change: instead of the editor, the way to the next version. */
export function LockedPage({ p, issuer, achievement }: { p: Page; issuer: Issuer; achievement: Achievement }) {
  const why = achievement.lockedAt ? 'awarded' : 'archived';
  return (
    <Layout
      p={p}
      title={p.t('achievements.locked.title', { name: achievement.name })}
      current="badges"
      noIndex
      crumbs={[
        { href: issuerListPath(issuer), label: p.t('achievements.of', { issuer: issuer.name }) },
        { href: achievementPath(achievement), label: achievement.name },
      ]}
    >
      <Split
        title={p.t('achievements.locked.title', { name: achievement.name })}
        say={p.t(`achievements.locked.${why}`)}
        left={
          <Form p={p} action={achievementPath(achievement, '/versions')} class="row">
            <Button>{p.t('achievements.begin-version')}</Button>
            <ButtonLink href={achievementPath(achievement)} look="quiet">
              {p.t('achievements.leave')}
            </ButtonLink>
          </Form>
        }
      >
        <MountFrame>
          <BadgeImage src={picturePath(achievement)} alt={achievement.imageAlt} size="xl" />
        </MountFrame>
      </Split>
    </Layout>
  );
}
