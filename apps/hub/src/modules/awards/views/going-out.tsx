import type { Child } from 'hono/jsx';
import { BadgeImage, Button, Form, Go, Progress } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import { type Batch, type BatchCounts, isSteerable } from '../batch-model.ts';
import { timeLeft } from '../time-left.ts';
import { badgePicture, batchPath, progressPath } from './paths.ts';

export interface GoingOutProps {
  p: Page;
  batch: Batch;
  counts: BatchCounts;
  startedByName: string;
  now: Date;
  /** False: letters are kept in the outbox. */
  canSend: boolean;
}

/** Beside other work: what is on its way now. */
export function GoingOut(props: GoingOutProps) {
  const { p, batch, startedByName } = props;
  return (
    <aside class="cv__s" aria-labelledby="now">
      <h2 id="now" class="h-label">
        {p.t('awards.going.title')}
      </h2>
      <p class="caption">
        {p.t('awards.going.caption', {
          file: batch.name,
          when: batch.startedAt ? p.date(batch.startedAt, 'datetime') : '',
          name: startedByName,
        })}
      </p>
      <BatchProgress {...props} picture={<BadgeImage src={badgePicture(batch.achievementId)} alt="" size="m" />} />
      <Steering {...props} />
      <p>
        <Go href={progressPath(batch.id)}>{p.t('awards.going.more')}</Go>
      </p>
    </aside>
  );
}

type BatchProgressProps = GoingOutProps & { picture?: Child; reload?: boolean };

export function BatchProgress({ p, batch, counts, now, canSend, picture, reload }: BatchProgressProps) {
  const total = counts.signed + counts.ready;
  const isLive = batch.state === 'running';
  return (
    <Progress
      p={p}
      src={isLive ? `${batchPath(batch.id)}/events` : undefined}
      reload={reload}
      done={counts.signed}
      total={total}
      label={batch.name}
      picture={picture}
      say={progressSentence(p, batch, counts, { now, canSend })}
      counts={[
        { id: 'signed', label: p.t('awards.count.signed'), value: counts.signed },
        { id: 'sent', label: p.t(canSend ? 'awards.count.sent' : 'awards.state.kept'), value: counts.sent },
        { id: 'back', label: p.t('awards.count.back'), value: counts.back },
        { id: 'accepted', label: p.t('awards.count.accepted'), value: counts.accepted },
      ]}
    />
  );
}

type SentencePage = Pick<Page, 't' | 'date'>;
type SentenceCounts = Pick<BatchCounts, 'signed' | 'ready'>;

export function progressSentence(
  p: SentencePage,
  batch: Batch,
  counts: SentenceCounts,
  { now, canSend }: Pick<GoingOutProps, 'now' | 'canSend'>,
): string {
  if (batch.state === 'done' && batch.sendAt && counts.signed > 0) {
    const when = p.date(batch.sendAt, 'datetime');
    const tense = batch.sendAt > now ? 'leave' : 'left';
    return p.t(`awards.progress.signed.${canSend ? tense : `${tense}-kept`}`, { when });
  }
  if (batch.state !== 'running') return p.t(`awards.progress.${batch.state}`);
  const minutes = timeLeft(batch, counts, now);
  return minutes === undefined ? p.t('awards.progress.begun') : p.t('awards.progress.left', { minutes });
}

export function Steering({ p, batch }: Pick<GoingOutProps, 'p' | 'batch'>) {
  const path = batchPath(batch.id);
  if (!isSteerable(batch.state)) return null;
  return (
    <Form p={p} class="row steering" action={`${path}/${batch.state === 'running' ? 'pause' : 'resume'}`}>
      <Button look="quiet" small>
        {p.t(batch.state === 'running' ? 'awards.steer.pause' : 'awards.steer.resume')}
      </Button>
      <button class="linkish" type="submit" formaction={`${path}/stop`}>
        {p.t('awards.steer.stop')}
      </button>
    </Form>
  );
}
