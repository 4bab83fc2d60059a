import { BadgeImage, ButtonLink, Label, MountFrame } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { AwardPageProps } from './award-page.tsx';

/** The badge on its mount, its label, and what can be done with it. */
export function Hung(props: AwardPageProps) {
  const { p, facts, addresses, now } = props;
  const { achievement, issuer, view, holders } = facts;
  const image = achievement.imageFile
    ? `/achievements/${achievement.id}/image.png`
    : `/achievements/${achievement.id}/image.svg`;
  return (
    <div class="aw__left">
      <MountFrame>
        <BadgeImage src={image} alt={achievement.imageAlt || view.name} size="xl" />
      </MountFrame>
      <Label
        name={
          <a href={`/achievements/${achievement.id}`} lang={achievement.lang} dir="auto">
            {view.name}
          </a>
        }
        more={p.t('showing.version', { version: achievement.version })}
        title={p.t('showing.what', { version: '3.0' })}
      >
        {p.t('showing.made-by', { issuer: issuer.name, year: String(achievement.createdAt.getUTCFullYear()) })}{' '}
        {p.t('showing.holders', { count: holders })}
      </Label>
      <OnPaper p={p} address={p.base + addresses.page} qr={addresses.qr} now={now} />
      <div class="aw__acts no-print">
        <ButtonLink href={verifyAddress(props)} rel="nofollow">
          {p.t('showing.verify')}
        </ButtonLink>
        <ButtonLink href={addresses.png} look="quiet" download rel="nofollow">
          {p.t('showing.take')}
        </ButtonLink>
      </div>
      <p class="caption no-print">
        {p.t('showing.verify.say', { issuer: issuer.name })} <Others {...props} />
      </p>
    </div>
  );
}

/** The hub verifies by asking for the address like anybody else, so a private badge goes by way of the backpack. */
function verifyAddress({ p, shown, reader, addresses }: AwardPageProps): string {
  const { holding, sharedBy } = shown;
  const isOpen = sharedBy !== undefined || (holding !== undefined && holding.visibility !== 'private');
  if (isOpen) return `/verify?url=${encodeURIComponent(p.base + addresses.page)}`;
  return reader === 'holder' && holding ? `/backpack/${holding.id}` : '/verify';
}

/** A badge that was taken back still is a signed document, and nothing to hang on a wall. */
function Others({ p, addresses, linkedIn, shown, standing }: AwardPageProps) {
  const isHeld = standing === 'good' || standing === 'expired';
  return (
    <>
      <a href={addresses.qr}>QR</a>, <a href={addresses.svg}>SVG</a>, <a href={addresses.json}>JSON</a>
      {isHeld ? (
        <>
          {', '}
          <a href={addresses.pdf}>PDF</a>
        </>
      ) : null}
      {linkedIn && isHeld && shown.holding?.visibility !== 'private' ? (
        <>
          {', '}
          <a href={linkedIn} rel="nofollow noopener">
            {p.t('showing.linkedin')}
          </a>
        </>
      ) : null}
    </>
  );
}

/** Paper can be altered, the address cannot. */
function OnPaper({ p, address, qr, now }: { p: Page; address: string; qr: string; now: Date }) {
  return (
    <div class="label print-only">
      <p>
        <b>{p.t('showing.paper.title')}</b>
      </p>
      <p class="aw__address">{address.replace(/^https?:\/\//, '')}</p>
      <p>{p.t('showing.paper.say', { date: p.date(now) })}</p>
      <img class="aw__qr" src={qr} alt="" width="120" height="120" fetchpriority="low" />
    </div>
  );
}
