import { Button, DateTimeField, ErrorSummary, Form, TextArea, TextField } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { FieldErrors } from '../../../web/parse.ts';
import type { FormValues } from '../../../web/read-form.ts';
import type { Achievement } from '../../achievements/index.ts';
import { awardPath } from './paths.ts';

interface OnePersonFormProps {
  p: Page;
  achievement: Achievement;
  errors?: FieldErrors;
  values?: FormValues;
  /** Seconds. */
  undo: number;
}

export const evidenceRows = [1, 2, 3] as const;

export function OnePersonForm({ p, achievement, errors, values, undo }: OnePersonFormProps) {
  const field = (name: string) => ({ p, name, label: p.t(`awards.field.${name}`), errors, values });
  const more = ['narrative', 'activityStart', 'activityEnd', 'awardedAt', 'sendAt'];
  return (
    <Form p={p} action={`${awardPath(achievement.id)}/one`} guarded>
      <ErrorSummary p={p} errors={errors} labels={labels(p)} />
      <div class="cols-2 fieldpair">
        <TextField {...field('email')} type="email" autocomplete="off" required hint={p.t('awards.field.email.hint')} />
        <TextField {...field('name')} autocomplete="off" optional hint={p.t('awards.field.name.hint')} />
      </div>
      <TextArea {...field('message')} rows={3} optional hint={p.t('awards.field.message.hint')} />
      <EvidenceFields p={p} achievement={achievement} errors={errors} values={values} />
      <details open={hasAny(values, more) || hasAny(errors, more)}>
        <summary>{p.t('awards.one.more')}</summary>
        <div class="stack">
          <TextArea {...field('narrative')} rows={4} optional hint={p.t('awards.field.narrative.hint')} />
          <div class="cols-2 fieldpair">
            <DateTimeField {...field('activityStart')} dateOnly optional />
            <DateTimeField {...field('activityEnd')} dateOnly optional />
          </div>
          <DateTimeField {...field('awardedAt')} dateOnly optional hint={p.t('awards.field.awardedAt.hint')} />
          <DateTimeField {...field('sendAt')} optional />
        </div>
      </details>
      <div class="stack">
        <p>
          <Button>{p.t('awards.one.look')}</Button>
        </p>
        <p class="caption">{p.t('awards.one.next', { seconds: undo })}</p>
      </div>
    </Form>
  );
}

function EvidenceFields({ p, achievement, errors, values }: Omit<OnePersonFormProps, 'undo'>) {
  const names = evidenceRows.flatMap((row) => [`evidenceUrl${row}`, `evidenceName${row}`]);
  const isOpen = achievement.evidenceRequired || hasAny(values, names) || hasAny(errors, names);
  return (
    <details open={isOpen}>
      <summary>{p.t(achievement.evidenceRequired ? 'awards.evidence.required' : 'awards.evidence.title')}</summary>
      <div class="stack">
        {achievement.evidenceWanted ? (
          <p class="caption">{p.t('awards.evidence.wanted', { wanted: achievement.evidenceWanted })}</p>
        ) : null}
        {evidenceRows.map((row) => (
          <div class="cols-2 fieldpair">
            <TextField
              p={p}
              name={`evidenceUrl${row}`}
              label={p.t('awards.evidence.url', { row })}
              type="url"
              optional={row > 1 || !achievement.evidenceRequired}
              errors={errors}
              values={values}
            />
            <TextField
              p={p}
              name={`evidenceName${row}`}
              label={p.t('awards.evidence.name', { row })}
              optional
              errors={errors}
              values={values}
            />
          </div>
        ))}
      </div>
    </details>
  );
}

export function labels(p: Page): Record<string, string> {
  const names = ['email', 'name', 'message', 'narrative', 'activityStart', 'activityEnd', 'awardedAt', 'sendAt'];
  return {
    ...Object.fromEntries(names.map((name) => [name, p.t(`awards.field.${name}`)])),
    ...Object.fromEntries(
      evidenceRows.flatMap((row) => [
        [`evidenceUrl${row}`, p.t('awards.evidence.url', { row })],
        [`evidenceName${row}`, p.t('awards.evidence.name', { row })],
      ]),
    ),
  };
}

function hasAny(record: Record<string, unknown> | undefined, names: string[]): boolean {
  return names.some((name) => record?.[name] !== undefined && record[name] !== '');
}
