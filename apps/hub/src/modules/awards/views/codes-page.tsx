import {
  Button,
  ConfirmDialog,
  DateTimeField,
  EmptyState,
  ErrorSummary,
  Form,
  Layout,
  PageHead,
  Plate,
  Table,
  TextField,
} from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { FieldErrors } from '../../../web/parse.ts';
import type { FormValues } from '../../../web/read-form.ts';
import type { Achievement } from '../../achievements/index.ts';
import { type ClaimCode, whyNotRedeem } from '../code-model.ts';
import { achievementPath, awardsPath, codesPath } from './paths.ts';

export interface CodesPageProps {
  p: Page;
  achievement: Achievement;
  codes: ClaimCode[];
  now: Date;
  errors?: FieldErrors;
  values?: FormValues;
}

/** Codes with which people take the badge by themselves. */
export function CodesPage({ p, achievement, codes, now, errors, values }: CodesPageProps) {
  const field = (name: string) => ({ p, name, label: p.t(`awards.code.${name}`), errors, values });
  return (
    <Layout
      p={p}
      title={p.t('awards.codes.title', { badge: achievement.name })}
      crumbs={[
        { href: achievementPath(achievement.id), label: achievement.name },
        { href: awardsPath(achievement.id), label: p.t('awards.crumb.awards') },
      ]}
      current="badges"
      noIndex
    >
      <PageHead caption={achievement.name} title={p.t('awards.codes.heading')} say={p.t('awards.codes.say')} />
      <Plate id="codes" title={p.t('awards.codes.list')}>
        {codes.length ? (
          <CodeTable p={p} codes={codes} now={now} />
        ) : (
          <EmptyState>{p.t(achievement.evidenceRequired ? 'awards.codes.evidence' : 'awards.codes.empty')}</EmptyState>
        )}
      </Plate>
      {achievement.evidenceRequired ? null : (
        <Plate id="new-code" title={p.t('awards.codes.new')} label={p.t('awards.codes.new.label')}>
          <Form p={p} action={codesPath(achievement.id)}>
            <ErrorSummary p={p} errors={errors} />
            <TextField {...field('label')} required hint={p.t('awards.code.label.hint')} />
            <TextField
              {...field('limit')}
              type="number"
              short
              optional
              min={1}
              max={100_000}
              hint={p.t('awards.code.limit.hint')}
            />
            <div class="cols-2 fieldpair">
              <DateTimeField {...field('opensAt')} optional />
              <DateTimeField {...field('closesAt')} optional />
            </div>
            <p>
              <Button>{p.t('awards.codes.make')}</Button>
            </p>
          </Form>
        </Plate>
      )}
    </Layout>
  );
}

function CodeTable({ p, codes, now }: Pick<CodesPageProps, 'p' | 'codes' | 'now'>) {
  return (
    <Table
      caption={p.t('awards.codes.list')}
      quietCaption
      rows={codes}
      columns={[
        {
          label: p.t('awards.code.code'),
          head: true,
          cell: (code) => (
            <a class="mono" href={`/codes/${code.id}`}>
              {code.code}
            </a>
          ),
        },
        { label: p.t('awards.code.label'), cell: (code) => <span dir="auto">{code.label}</span> },
        { label: p.t('awards.code.uses'), numeric: true, cell: (code) => usesOf(p, code) },
        { label: p.t('awards.code.window'), cell: (code) => windowOf(p, code, now) },
        {
          label: p.t('awards.codes.close'),
          quiet: true,
          cell: (code) => (code.closedAt ? null : <CloseCode p={p} code={code} />),
        },
      ]}
    />
  );
}

export function usesOf(p: Page, code: ClaimCode): string {
  return code.useLimit === undefined
    ? p.t('awards.code.uses.any', { uses: code.uses })
    : p.t('awards.code.uses.of', { uses: code.uses, limit: code.useLimit });
}

export function windowOf(p: Page, code: ClaimCode, now: Date): string {
  const reason = whyNotRedeem(code, now);
  if (reason)
    return p.t(`awards.code.state.${reason.replace('code.', '')}`, {
      when: code.opensAt ? p.date(code.opensAt, 'datetime') : '',
    });
  return code.closesAt
    ? p.t('awards.code.state.until', { when: p.date(code.closesAt, 'datetime') })
    : p.t('awards.code.state.open');
}

export function CloseCode({ p, code }: { p: Page; code: ClaimCode }) {
  return (
    <ConfirmDialog
      p={p}
      id={`close-${code.id}`}
      label={p.t('awards.codes.close')}
      title={p.t('awards.codes.close.title', { code: code.code })}
      action={`/codes/${code.id}/close`}
      confirm={p.t('awards.codes.close.confirm')}
    >
      <p>{p.t('awards.codes.close.say', { uses: code.uses })}</p>
    </ConfirmDialog>
  );
}
