import { BadgeImage, CopyText, Go, Layout } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { Achievement } from '../../achievements/index.ts';
import type { ClaimCode } from '../code-model.ts';
import { CloseCode, usesOf, windowOf } from './codes-page.tsx';
import { achievementPath, badgePicture, codesPath } from './paths.ts';

export interface CodePageProps {
  p: Page;
  achievement: Achievement;
  code: ClaimCode;
  /** What the QR code leads to. */
  address: string;
  now: Date;
}

/** A sheet to print and hang up: the badge, the code to scan, the code to type. */
export function CodePage({ p, achievement, code, address, now }: CodePageProps) {
  return (
    <Layout
      p={p}
      title={p.t('awards.code.title', { code: code.code })}
      crumbs={[
        { href: achievementPath(achievement.id), label: achievement.name },
        { href: codesPath(achievement.id), label: p.t('awards.crumb.codes') },
      ]}
      current="badges"
      noIndex
    >
      <div class="sheet codesheet">
        <div class="codesheet__badge">
          <BadgeImage src={badgePicture(achievement.id)} alt={achievement.imageAlt} size="xl" />
        </div>
        <div class="stack">
          <h1>{achievement.name}</h1>
          <p class="wall-text">{p.t('awards.code.how')}</p>
          <img
            class="codesheet__qr"
            src={`/codes/${code.id}/qr.svg`}
            alt={p.t('awards.code.qr', { address })}
            width="320"
            height="320"
          />
          <p class="codesheet__code mono">{code.code}</p>
          <p class="caption">{p.t('awards.code.type', { address: `${p.base.replace(/^https?:\/\//, '')}/c` })}</p>
          <p class="caption">
            {p.t('awards.code.window')}: {windowOf(p, code, now)}
          </p>
        </div>
        <div class="codesheet__tools stack">
          <p class="caption">
            {code.label}. {usesOf(p, code)}
          </p>
          <CopyText p={p} text={address} label={p.t('awards.code.address')} />
          <div class="row">
            <Go href={`/codes/${code.id}/qr.png`}>{p.t('awards.code.png')}</Go>
            {code.closedAt ? null : <CloseCode p={p} code={code} />}
          </div>
        </div>
      </div>
    </Layout>
  );
}
