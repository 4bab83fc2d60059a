import type { Child } from 'hono/jsx';
import { isObject, type JsonObject, type RequestMade } from 'openbadges';
import { Table } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { Verification } from '../model.ts';
import { isTampered } from '../summary.ts';

/** For people who check the checker: hashes, keys, canonical forms, and every request that was made. */
export function TechnicalDetails({
  p,
  verification,
  documentSha256,
}: {
  p: Page;
  verification: Verification;
  documentSha256?: string;
}) {
  const { report, id } = verification;
  const isHidden = isTampered(report);
  const proofs = Array.isArray(report.technical.proofs) ? report.technical.proofs.filter(isObject) : [];
  return (
    <details class="vtech">
      <summary>{p.t('verifier.details')}</summary>
      <dl class="vtech__facts">
        <Fact name={p.t('verifier.details.format')}>{sayFormat(p, report.format)}</Fact>
        {documentSha256 ? <Fact name={p.t('verifier.details.document')}>{documentSha256}</Fact> : null}
        {report.identity && !isHidden ? (
          <>
            <Fact name={p.t('verifier.details.identity')}>{report.identity.id}</Fact>
            <Fact name={p.t('verifier.details.issuer')}>{report.identity.issuer}</Fact>
          </>
        ) : null}
      </dl>
      {proofs.map((proof, index) => (
        <Proof p={p} proof={proof} number={index + 1} isHidden={isHidden} />
      ))}
      <Requests p={p} requests={report.requests} />
      {isHidden ? null : (
        <>
          <Text name={p.t('verifier.details.all')} text={JSON.stringify(restOf(report.technical), null, 2)} />
          <Text name={p.t('verifier.details.the-document')} text={report.document} />
        </>
      )}
      <p>
        <a class="go" href={`/verify/${id}/report.json`}>
          {p.t('verifier.details.take')}
        </a>
      </p>
    </details>
  );
}

function Proof({ p, proof, number, isHidden }: { p: Page; proof: JsonObject; number: number; isHidden: boolean }) {
  const text = (name: string) => (typeof proof[name] === 'string' ? (proof[name] as string) : undefined);
  const rows: [string, string | undefined][] = [
    ['suite', text('suite')],
    ['outcome', text('code')],
    ['method', text('verificationMethod')],
    ['key', text('publicKeyMultibase')],
    ['document-hash', text('documentHash')],
    ['proof-hash', text('proofHash')],
    ['signature', text('signature')],
  ];
  return (
    <section class="stack">
      <h2 class="h-label">{p.t('verifier.details.proof', { number })}</h2>
      <dl class="vtech__facts">
        {rows.map(([name, value]) => (value ? <Fact name={p.t(`verifier.details.${name}`)}>{value}</Fact> : null))}
      </dl>
      {isHidden ? null : (
        <>
          <Text name={p.t('verifier.details.canonical-document')} text={text('canonicalDocument')} />
          <Text name={p.t('verifier.details.canonical-proof')} text={text('canonicalProof')} />
        </>
      )}
    </section>
  );
}

function Requests({ p, requests }: { p: Page; requests: RequestMade[] }) {
  const said = p.t('verifier.details.requests', { count: requests.length });
  if (requests.length === 0) return <p class="ui">{said}</p>;
  return (
    <Table
      caption={said}
      class="vtech__requests"
      columns={[
        { label: p.t('verifier.details.address'), head: true, cell: ({ url }) => <span class="mono">{url}</span> },
        { label: p.t('verifier.details.purpose'), cell: ({ purpose }) => p.t(`verifier.purpose.${purpose}`) },
        { label: p.t('verifier.details.answer'), cell: (request) => sayAnswer(p, request) },
        {
          label: p.t('verifier.details.took'),
          numeric: true,
          cell: ({ took }) =>
            took === undefined ? '' : p.t('verifier.details.milliseconds', { count: Math.round(took) }),
        },
        {
          label: p.t('verifier.details.digest'),
          cell: ({ digest }) => (digest ? <span class="mono">{digest}</span> : null),
        },
      ]}
      rows={requests}
    />
  );
}

function sayAnswer(p: Page, { status, failure }: RequestMade): string {
  const why = failure ? p.t(`verifier.failure.${failure}`) : '';
  return [status, why].filter(Boolean).join(', ');
}

function sayFormat(p: Page, { version, envelope, security, carrier }: Verification['report']['format']): string {
  if (!version) return p.t('verifier.details.format.unknown', { carrier: carrier.toUpperCase() });
  return p.t('verifier.details.format.say', {
    version,
    envelope: envelope ? envelope.toUpperCase().replace('-', ' ') : 'none',
    security: security ?? '',
    carrier: carrier.toUpperCase(),
  });
}

/** Proofs are shown above, part by part. */
function restOf(technical: Record<string, unknown>): Record<string, unknown> | undefined {
  const { proofs: _, ...rest } = technical;
  return Object.keys(rest).length > 0 ? rest : undefined;
}

function Fact({ name, children }: { name: string; children: Child }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class="mono">{children}</dd>
    </div>
  );
}

function Text({ name, text }: { name: string; text: string | undefined }) {
  if (!text) return null;
  return (
    <details>
      <summary>{name}</summary>
      <pre class="mono vtech__text">{text}</pre>
    </details>
  );
}
