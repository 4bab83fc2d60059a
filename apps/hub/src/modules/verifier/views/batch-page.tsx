import { Layout, PageHead, Said, Table } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { Verification } from '../model.ts';
import { isTampered } from '../summary.ts';
import { answerWords } from './answer-words.ts';

/** Several badges: one answer for each, and a page for each. */
export function BatchPage({ p, id, verifications }: { p: Page; id: string; verifications: Verification[] }) {
  const good = verifications.filter(({ report }) => report.verdict === 'valid').length;
  const count = verifications.length;
  const caption = p.t('verifier.batch.caption');
  const shown = ({ report }: Verification) => (isTampered(report) ? undefined : report.badge);
  return (
    <Layout
      p={p}
      title={p.t('verifier.batch', { count })}
      crumbs={[{ href: '/verify', label: p.t('verifier.crumb') }]}
      current="verify"
      noIndex
    >
      <PageHead
        title={p.t('verifier.batch', { count })}
        say={p.t('verifier.batch.say', { good, count })}
        acts={
          <a class="go" href={`/verify/${id}/report.csv`}>
            {p.t('verifier.batch.take')}
          </a>
        }
      />
      <div class="sheet vbatch">
        <Table
          caption={caption}
          quietCaption
          columns={[
            {
              label: p.t('verifier.batch.badge'),
              head: true,
              cell: (one) => (
                <a href={`/verify/${one.id}`} dir="auto">
                  {shown(one)?.name ??
                    p.t(isTampered(one.report) ? 'verifier.batch.not-shown' : 'verifier.batch.unread')}
                </a>
              ),
            },
            {
              label: p.t('verifier.batch.verdict'),
              cell: ({ report }) => {
                const { tone, word } = answerWords(p, report);
                return <Said tone={tone}>{word}</Said>;
              },
            },
            { label: p.t('verifier.batch.to'), cell: (one) => nameCell(shown(one)?.recipient.name) },
            {
              label: p.t('verifier.batch.by'),
              cell: (one) => nameCell(shown(one)?.issuer.name ?? shown(one)?.issuer.id),
            },
            {
              label: p.t('verifier.batch.file'),
              cell: ({ brought: { name, carrier } }) =>
                nameCell(name ?? p.t(carrier === 'url' ? 'verifier.batch.link' : 'verifier.batch.pasted')),
            },
          ]}
          rows={verifications}
        />
        <p>
          <a class="go no-print" href="/verify">
            {p.t('verifier.another')}
          </a>
        </p>
      </div>
    </Layout>
  );
}

/** Names are written in any direction; where there is none the cell stays empty. */
function nameCell(name: string | undefined) {
  return name === undefined ? null : <span dir="auto">{name}</span>;
}
