import type { Child } from 'hono/jsx';
import { BadgeImage, Layout, Steps } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { Achievement } from '../../achievements/index.ts';
import { achievementPath, awardPath, badgePicture } from './paths.ts';

export interface WizardProps {
  p: Page;
  achievement: Achievement;
  /** 0 recipients, 1 preview, 2 send. */
  step: 0 | 1 | 2;
  /** Where the preview is, once there is one. */
  previewHref?: string;
  title: string;
  heading: Child;
  caption: Child;
  children: Child;
}

/** Three steps: who, look at it, on its way. */
export function Wizard({ p, achievement, step, previewHref, title, heading, caption, children }: WizardProps) {
  const label = (name: string) => p.t(`awards.step.${name}`);
  return (
    <Layout
      p={p}
      title={title}
      crumbs={[
        { href: `/organizations/${achievement.issuerId}/achievements`, label: p.t('awards.crumb.badges') },
        { href: achievementPath(achievement.id), label: achievement.name },
      ]}
      current="badges"
      noIndex
    >
      <div class="sheet cv">
        <Steps
          p={p}
          current={step}
          steps={[
            { label: label('recipients'), href: awardPath(achievement.id) },
            { label: label('preview'), href: step === 2 ? previewHref : undefined },
            { label: label('send') },
          ]}
        />
        <div class="cv__h">
          <div class="cv__b">
            <BadgeImage src={badgePicture(achievement.id)} alt={achievement.imageAlt} size="l" />
          </div>
          <div>
            <p class="caption">{caption}</p>
            <h1 class="cv__t">{heading}</h1>
          </div>
        </div>
        {children}
      </div>
    </Layout>
  );
}
