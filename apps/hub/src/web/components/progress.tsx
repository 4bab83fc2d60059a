import type { Child } from 'hono/jsx';
import type { Page } from '../page.ts';
import { MeterDrawing } from './meter.tsx';

export interface ProgressProps {
  p: Page;
  /** Address of the event stream; leave out when the work is over. */
  src?: string | undefined;
  done: number;
  total: number;
  /** What is going on: "Seed keeper, autumn". */
  label: string;
  /** A picture beside the number. */
  picture?: Child;
  /** How long, and that the page may be closed. */
  say?: Child;
  /** When it is over, the page is loaded again: much else on it has changed too. */
  reload?: boolean | undefined;
  counts?: { id: string; label: string; value: number }[];
}

/** Long work. Live with script; without it the numbers are those of now, and "Look again" asks once more. */
export function Progress(props: ProgressProps) {
  const { p, src, done, total, picture, reload } = props;
  return (
    <live-progress
      src={src}
      data-locale={p.locale}
      data-finished={p.t('web.finished')}
      data-reload={reload ? '' : undefined}
      class="stack"
    >
      <div class="run">
        {picture}
        <p class="run__n">
          <b data-done>{p.number(done)}</b>
          <span>{p.t('web.of', { total })}</span>
        </p>
      </div>
      <Bar {...props} />
      {props.counts?.length ? <Counts p={p} counts={props.counts} /> : null}
      {src && done < total ? (
        <p data-again>
          <a class="go" href={p.url}>
            {p.t('web.look-again')}
          </a>
        </p>
      ) : null}
      <p class="sr" role="status" data-say></p>
    </live-progress>
  );
}

function Bar({ done, total, label, say }: ProgressProps) {
  const percent = total === 0 ? 0 : Math.round((done / total) * 1000) / 10;
  return (
    <div class="meter">
      <div
        class="meter__bar"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
      >
        <MeterDrawing percent={percent} state="on-track" />
      </div>
      {say ? (
        <p class="caption" data-text>
          {say}
        </p>
      ) : null}
    </div>
  );
}

function Counts({ p, counts }: { p: Page; counts: NonNullable<ProgressProps['counts']> }) {
  return (
    <dl class="run__d ui">
      {counts.map(({ id, label, value }) => (
        <div>
          <dt>{label}</dt>
          <dd data-count={id}>{p.number(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
