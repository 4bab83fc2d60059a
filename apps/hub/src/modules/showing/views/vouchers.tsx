import { OrgMark, Plate, Said, Time } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { Endorsement } from '../endorsements-model.ts';
import { instantOf } from '../model.ts';
import { toneOfVerdict } from '../tone-of-verdict-model.ts';

/** Who else says so; without anybody, no section. */
export function Vouchers({ p, endorsements }: { p: Page; endorsements: Endorsement[] }) {
  if (endorsements.length === 0) return null;
  return (
    <Plate id="vouchers" title={p.t('showing.vouchers')} label={p.t('showing.vouchers.label')}>
      <div class="cols-2 endo">
        {endorsements.map((endorsement) => (
          <Voucher p={p} endorsement={endorsement} />
        ))}
      </div>
    </Plate>
  );
}

function Voucher({ p, endorsement }: { p: Page; endorsement: Endorsement }) {
  const { by, comment, about, at, verdict } = endorsement;
  const since = instantOf(at);
  return (
    <blockquote class="stack">
      <p dir="auto">{comment}</p>
      <footer class="row ef">
        <OrgMark id={by} />
        <span class="label">
          <b>
            <bdi>{by}</bdi>
          </b>
          <br />
          {p.t(`showing.vouchers.${about}`)}
          {since ? (
            <>
              {', '}
              <Time p={p} at={since} />
            </>
          ) : null}
          .{' '}
          {verdict ? (
            <Said tone={toneOfVerdict[verdict]}>{p.t(`showing.verdict.${verdict}`)}</Said>
          ) : (
            <Said tone="none">{p.t('showing.vouchers.unchecked')}</Said>
          )}
        </span>
      </footer>
    </blockquote>
  );
}
