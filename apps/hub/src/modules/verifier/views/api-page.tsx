import { Layout, PageHead, Plate } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';

const verdicts = ['valid', 'invalid', 'revoked', 'suspended', 'expired', 'not-yet-valid', 'could-not-check'] as const;

/** For people who write programs: two lines that work as they stand. */
export function ApiPage({ p }: { p: Page }) {
  const address = `${p.base}/api/v1/verify`;
  const link = JSON.stringify({ url: `${p.base}/credentials/…`, recipient: 'someone@example.org' });
  return (
    <Layout
      p={p}
      title={p.t('verifier.api.title')}
      description={p.t('verifier.api.say')}
      crumbs={[{ href: '/verify', label: p.t('verifier.crumb') }]}
    >
      <PageHead
        title={p.t('verifier.api.title')}
        say={p.t('verifier.api.say')}
        acts={
          <a class="go" href="/api/v1/openapi.json">
            {p.t('verifier.api.document')}
          </a>
        }
      />
      <Plate id="try" title={p.t('verifier.api.try')} label={p.t('verifier.api.try.label')}>
        <div class="stack">
          <p class="ui">{p.t('verifier.api.file')}</p>
          <pre class="mono vcode">{`curl -F file=@badge.png ${address}`}</pre>
          <p class="ui">{p.t('verifier.api.link')}</p>
          <pre class="mono vcode">{`curl ${address} -H 'content-type: application/json' \\\n  -d '${link}'`}</pre>
        </div>
      </Plate>
      <Plate id="answer" title={p.t('verifier.api.answer')} label={p.t('verifier.api.verdicts')}>
        <div class="stack">
          <p>{p.t('verifier.api.answer.say')}</p>
          <dl class="vtech__facts">
            {verdicts.map((verdict) => (
              <div>
                <dt class="mono">{verdict}</dt>
                <dd>{p.t(`verifier.verdict.${verdict}`)}</dd>
              </div>
            ))}
          </dl>
        </div>
      </Plate>
    </Layout>
  );
}
