import { Go, Layout, Split } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';

/** The same for everybody, whether or not there is an account. */
export function LetterSentPage({ p, canSend }: { p: Page; canSend: boolean }) {
  return (
    <Layout p={p} title={p.t('accounts.letter-sent')} current="sign-in" noIndex>
      <Split title={p.t('accounts.letter-sent')} say={p.t('accounts.letter-sent.say')}>
        <div class="stack">
          <p>{p.t(canSend ? 'accounts.letter-sent.wait' : 'accounts.letter-sent.kept')}</p>
          <Go href="/sign-in" back>
            {p.t('accounts.letter-sent.back')}
          </Go>
        </div>
      </Split>
    </Layout>
  );
}
