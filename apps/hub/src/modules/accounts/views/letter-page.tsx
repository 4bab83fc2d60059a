import { CopyText, FactsRow, Layout, PageHead, Plate, Time } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { PostedLetter } from '../outbox-store.ts';
import { LetterStateDot } from './outbox-page.tsx';

export function LetterPage({ p, letter }: { p: Page; letter: PostedLetter }) {
  const crumbs = [
    { href: '/steward', label: p.t('accounts.steward') },
    { href: '/outbox', label: p.t('accounts.outbox') },
  ];
  return (
    <Layout p={p} title={letter.subject} current="alliance" crumbs={crumbs} noIndex>
      <PageHead title={letter.subject} caption={<LetterStateDot p={p} state={letter.state} />} />
      <Plate id="text" title={p.t('accounts.outbox.text')}>
        <div class="letter" lang={letter.lang} dir="auto">
          {letter.text.split(/\n{2,}/).map((paragraph) => (
            <p>
              <Linked text={paragraph} />
            </p>
          ))}
        </div>
        <Links p={p} text={letter.text} />
      </Plate>
      <Plate id="facts" title={p.t('accounts.outbox.facts')}>
        <dl class="fl">
          <FactsRow name={p.t('accounts.outbox.to')}>
            <bdi>{letter.to}</bdi>
          </FactsRow>
          <FactsRow name={p.t('accounts.outbox.written')}>
            <Time p={p} at={letter.createdAt} style="datetime" />
          </FactsRow>
          {letter.sentAt ? (
            <FactsRow name={p.t('accounts.outbox.sent')}>
              <Time p={p} at={letter.sentAt} style="datetime" />
            </FactsRow>
          ) : null}
          <FactsRow name={p.t('accounts.outbox.attempts')}>{p.number(letter.attempts)}</FactsRow>
          {letter.failure ? <FactsRow name={p.t('accounts.outbox.failure')}>{letter.failure}</FactsRow> : null}
        </dl>
      </Plate>
    </Layout>
  );
}

const isAddress = (line: string) => /^https?:\/\/\S+$/.test(line);

/** To hand over by another way than mail. */
function Links({ p, text }: { p: Page; text: string }) {
  const links = [...new Set(text.split('\n').map((line) => line.trim()))].filter(isAddress);
  return (
    <>
      {links.map((link, index) => (
        <CopyText
          p={p}
          text={link}
          copy={p.t('accounts.outbox.link.copy')}
          label={
            links.length === 1 ? p.t('accounts.outbox.link-only') : p.t('accounts.outbox.link', { number: index + 1 })
          }
        />
      ))}
    </>
  );
}

/** Lines stay lines, and what is an address of this hub can be followed. */
function Linked({ text }: { text: string }) {
  return (
    <>
      {text.split('\n').map((line, index) => (
        <>
          {index > 0 ? <br /> : null}
          {isAddress(line.trim()) ? <a href={line.trim()}>{line.trim()}</a> : line}
        </>
      ))}
    </>
  );
}
