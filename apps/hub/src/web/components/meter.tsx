import type { Child } from 'hono/jsx';
import { classes } from './classes.ts';

export interface MeterProps {
  /** 0 to 100. */
  percent: number;
  /** What a listener hears: "55 percent; 31 percent of the cycle has passed". */
  label: string;
  /** Where today is, 0 to 100. */
  now?: number;
  /** Solid when on track, hatched at risk, an outline when stuck. */
  state?: 'on-track' | 'risk' | 'stuck';
  /** Above the bar. */
  title?: Child;
  /** Below the bar. */
  caption?: Child;
}

const inside = (percent: number) => Math.min(100, Math.max(0, Math.round(percent * 10) / 10));

/** Drawn by attributes: the page's policy forbids inline styles. */
export function Meter({ percent, label, now, state = 'on-track', title, caption }: MeterProps) {
  return (
    <div class={classes('meter', state !== 'on-track' && `meter--${state}`)}>
      {title}
      <div class="meter__bar" role="img" aria-label={label}>
        <MeterDrawing percent={inside(percent)} state={state} now={now === undefined ? undefined : inside(now)} />
      </div>
      {caption ? <p class="caption">{caption}</p> : null}
    </div>
  );
}

/** `percent` is written into the first rectangle only, where a script can change it. */
export function MeterDrawing({
  percent,
  state,
  now,
}: Required<Pick<MeterProps, 'percent' | 'state'>> & { now?: number | undefined }) {
  return (
    <svg aria-hidden="true">
      <line class="meter__line" x1="0" x2="100%" y1="100%" y2="100%" />
      {state === 'on-track' ? (
        <rect class="meter__fill" width={`${percent}%`} height="100%" />
      ) : (
        <Outlined percent={percent} hatched={state === 'risk'} />
      )}
      {now === undefined ? null : <line class="meter__now" x1={`${now}%`} x2={`${now}%`} y1="-4" y2="15" />}
    </svg>
  );
}

/** A window as wide as the value, with strokes across that the window cuts off. */
function Outlined({ percent, hatched }: { percent: number; hatched: boolean }) {
  return (
    <>
      <svg width={`${percent}%`} height="100%" aria-hidden="true">
        {hatched ? <Hatch /> : null}
      </svg>
      <rect class="meter__edge" x="0.75" y="0.75" width={`${Math.max(percent - 0.2, 0.5)}%`} height="86%" />
    </>
  );
}

function Hatch() {
  const strokes = Array.from({ length: 120 }, (_, index) => `M${index * 7 - 6} 12l6-12`).join('');
  return <path class="meter__hatch" d={strokes} />;
}
