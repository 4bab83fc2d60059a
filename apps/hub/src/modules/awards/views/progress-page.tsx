import type { App } from '../../../kernel/app.ts';
import { ButtonLink, ConfirmDialog, Go, Time, WarnLine } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { Achievement } from '../../achievements/index.ts';
import { type Batch, type BatchCounts, isSteerable } from '../batch-model.ts';
import { BatchProgress, Steering } from './going-out.tsx';
import { awardPath, awardsPath, batchPath } from './paths.ts';
import { Wizard } from './wizard.tsx';

export interface ProgressPageProps {
  p: Page;
  app: Pick<App, 'mail'>;
  achievement: Achievement;
  batch: Batch;
  counts: BatchCounts;
  startedByName: string;
  now: Date;
}

/** Step 3: it is on its way. The page can be left and found again. */
export function ProgressPage(props: ProgressPageProps) {
  const { p, app, achievement, batch, counts, startedByName } = props;
  const heading = p.t(`awards.progress.heading.${batch.state}`, { count: counts.signed });
  return (
    <Wizard
      p={p}
      achievement={achievement}
      step={2}
      previewHref={batchPath(batch.id)}
      title={heading}
      caption={p.t('awards.going.caption', {
        file: batch.name,
        when: batch.startedAt ? p.date(batch.startedAt, 'datetime') : '',
        name: startedByName,
      })}
      heading={heading}
    >
      <div class="cv__g">
        <section class="stack" aria-labelledby="how-far">
          <h2 id="how-far" class="sr">
            {p.t('awards.progress.title')}
          </h2>
          <BatchProgress {...props} canSend={app.mail.canSend} reload />
          <Steering p={p} batch={batch} />
          {batch.haltReason ? (
            <WarnLine title={p.t('awards.progress.halted')}>{p.t(`refusal.${batch.haltReason}`)}.</WarnLine>
          ) : null}
          <TakeBack {...props} />
        </section>
        <aside class="cv__s" aria-labelledby="next">
          <h2 id="next" class="h-label">
            {p.t('awards.next.title')}
          </h2>
          <Next {...props} />
          {app.mail.canSend ? null : <NoMail p={p} />}
        </aside>
      </div>
    </Wizard>
  );
}

function NoMail({ p }: Pick<ProgressPageProps, 'p'>) {
  return (
    <WarnLine title={p.t('awards.no-mail')}>
      {p.t('awards.no-mail.why')} {p.actor.isSteward ? <Go href="/outbox">{p.t('awards.no-mail.go')}</Go> : null}
    </WarnLine>
  );
}

function TakeBack({ p, app, batch, counts, now }: ProgressPageProps) {
  if (!batch.sendAt) return null;
  if (batch.sendAt <= now)
    return batch.state === 'done' ? null : (
      <p class="caption">
        {p.t(app.mail.canSend ? 'awards.letters.left' : 'awards.letters.left-kept')}{' '}
        <Time p={p} at={batch.sendAt} style="datetime" />
      </p>
    );
  return (
    <div class="stack">
      {batch.state === 'done' ? null : (
        <p class="caption">
          {p.t(app.mail.canSend ? 'awards.letters.leave' : 'awards.letters.leave-kept')}{' '}
          <Time p={p} at={batch.sendAt} style="datetime" />
        </p>
      )}
      {counts.waiting > 0 || isSteerable(batch.state) ? (
        <div>
          <ConfirmDialog
            p={p}
            id="take-back"
            label={p.t('awards.take-back.label')}
            title={p.t('awards.take-back.title', { count: counts.waiting })}
            action={`${batchPath(batch.id)}/take-back`}
            confirm={p.t('awards.take-back.confirm')}
          >
            <p>{p.t('awards.take-back.say')}</p>
          </ConfirmDialog>
        </div>
      ) : null}
    </div>
  );
}

function Next({ p, achievement, batch, counts }: ProgressPageProps) {
  const list = `${awardsPath(achievement.id)}?batch=${batch.id}`;
  return (
    <div class="stack">
      {counts.bad > 0 && batch.state !== 'running' ? (
        <p>
          <ButtonLink look="quiet" small href={`${batchPath(batch.id)}?show=bad`}>
            {p.t('awards.next.bad', { count: counts.bad })}
          </ButtonLink>
        </p>
      ) : null}
      {counts.back > 0 ? (
        <p>
          <Go href={`${list}&state=bounced`}>{p.t('awards.next.back', { count: counts.back })}</Go>
        </p>
      ) : null}
      <p>
        <Go href={list}>{p.t('awards.next.list')}</Go>
      </p>
      <p>
        <Go href={awardPath(achievement.id)}>{p.t('awards.next.another')}</Go>
      </p>
    </div>
  );
}
