import { BadgeImage, MountFrame } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { Verification } from '../model.ts';
import { isProven, isTampered } from '../summary.ts';

/** What was looked at, as an exhibit: the badge when something of it can be believed, else an empty mount. */
export function BadgeObject({ p, verification }: { p: Page; verification: Verification }) {
  const { report, id, brought } = verification;
  const isOfFile = verification.hasImage && brought.looks === 'of-file';
  const hasImage = verification.hasImage && !isOfFile;
  const { badge } = report;
  if (!badge || isTampered(report)) return <NothingShown p={p} verification={verification} />;
  const date = badge.awardedAt ?? badge.validFrom;
  return (
    <div class="vobj">
      <MountFrame>
        {hasImage ? (
          <BadgeImage src={`/verify/${id}/image`} alt={p.t('verifier.object.alt', { name: badge.name })} size="l" />
        ) : (
          <Initial name={badge.name} />
        )}
      </MountFrame>
      <div class="label">
        <p>
          <b dir="auto">{badge.name}</b>
        </p>
        <p>
          {badge.recipient.name ? (
            <>
              {p.t('verifier.object.to', { name: badge.recipient.name })}
              <br />
            </>
          ) : null}
          {p.t('verifier.object.by', { name: badge.issuer.name ?? badge.issuer.id })}
          {date !== undefined && !Number.isNaN(Date.parse(date)) ? (
            <>
              <br />
              <time datetime={new Date(date).toISOString()}>{p.date(date)}</time>
            </>
          ) : null}
        </p>
        {isProven(report) ? null : <p class="vclaims">{p.t('verifier.object.claims')}</p>}
        {!hasImage && badge.image ? <p>{p.t('verifier.object.no-picture')}</p> : null}
        {isOfFile ? <Carrier p={p} id={id} /> : null}
        <From p={p} verification={verification} />
      </div>
    </div>
  );
}

/** Small and named as what it is: the issuer never said that the badge looks so. */
function Carrier({ p, id }: { p: Page; id: string }) {
  return (
    <p>
      <BadgeImage src={`/verify/${id}/image`} alt="" size="s" /> {p.t('verifier.object.of-file')}
    </p>
  );
}

/** In the place of a picture that cannot be had; an empty mount would say that nothing can be believed. */
function Initial({ name }: { name: string }) {
  const [first = ''] = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(name.trim());
  return (
    <span class="vinitial" aria-hidden="true">
      {typeof first === 'string' ? first : first.segment}
    </span>
  );
}

function NothingShown({ p, verification }: { p: Page; verification: Verification }) {
  const isDistrusted = verification.report.verdict === 'invalid';
  return (
    <div class="vobj">
      <MountFrame empty />
      <div class="label">
        <p>
          <em>{p.t(isDistrusted ? 'verifier.object.not-shown' : 'verifier.object.nothing')}</em>
        </p>
        <From p={p} verification={verification} />
      </div>
    </div>
  );
}

function From({ p, verification: { brought } }: { p: Page; verification: Verification }) {
  return (
    <p>
      <em dir="auto">{sayFrom(p, brought)}</em>
    </p>
  );
}

function sayFrom(p: Page, { name, carrier, backpack }: Verification['brought']): string {
  if (backpack) return p.t('verifier.object.from-backpack');
  if (name) return p.t('verifier.object.from-file', { name });
  return p.t(carrier === 'url' ? 'verifier.object.from-link' : 'verifier.object.from-text');
}
