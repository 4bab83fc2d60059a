import {
  Button,
  ButtonLink,
  ConfirmDialog,
  ErrorSummary,
  Form,
  TextArea,
  TextField,
  WarnLine,
} from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { FieldErrors } from '../../../web/parse.ts';
import type { FormValues } from '../../../web/read-form.ts';
import type { Claim } from '../open-claim.ts';
import { Offer } from './offer.tsx';
import { VisibilityField } from './visibility-field.tsx';

/**
 * `yours`: signed in with the address. `other-account`: signed in, the link proves an address the account has not.
 * `known-address`: nobody is signed in, the address has an account. `new`: it has none yet.
 */
export type ClaimWay = 'yours' | 'other-account' | 'known-address' | 'new';

export interface ClaimPageProps {
  p: Page;
  claim: Claim;
  way: ClaimWay;
  /** Where its forms are sent. */
  path: string;
  /** An address of the account that would get it. */
  account?: string | undefined;
  errors?: FieldErrors;
  values?: FormValues;
}

export function ClaimPage(props: ClaimPageProps) {
  const { p, claim } = props;
  const { award, achievement, issuer } = claim;
  const caption = p.t(award.recipientName ? 'backpack.claim.caption' : 'backpack.claim.caption-nobody', {
    issuer: issuer.name,
    name: award.recipientName ?? '',
  });
  return (
    <Offer
      p={p}
      achievement={achievement}
      issuer={issuer}
      caption={caption}
      message={award.message}
      narrative={award.narrative}
      evidence={award.evidence}
      awardedAt={award.awardedAt}
      validUntil={award.validUntil}
    >
      <Decision {...props} />
    </Offer>
  );
}

function Decision(props: ClaimPageProps) {
  const { p, claim, way, path, errors, values } = props;
  const name = p.t('backpack.claim.name');
  return (
    <section class="claim__do" aria-labelledby="accept">
      <h2 class="h-label" id="accept">
        {p.t('backpack.claim.accept.title')}
      </h2>
      <p>{p.t('backpack.claim.meaning', { issuer: claim.issuer.name })}</p>
      <Way {...props} />
      <Form p={p} action={path}>
        <ErrorSummary p={p} errors={errors} labels={{ name }} />
        {way === 'new' ? (
          <TextField
            p={p}
            name="name"
            label={name}
            hint={p.t('backpack.claim.name.hint')}
            autocomplete="name"
            required
            errors={errors}
            values={values}
            value={claim.award.recipientName}
          />
        ) : null}
        <VisibilityField p={p} value={typeof values?.visibility === 'string' ? values.visibility : 'private'} />
        <p class="row">
          <Button>{p.t('backpack.claim.accept')}</Button>
        </p>
      </Form>
      <div class="claim__no">
        <Decline {...props} />
      </div>
      <p class="caption">{p.t('backpack.claim.until', { date: p.date(claim.award.claimExpiresAt ?? new Date()) })}</p>
    </section>
  );
}

function Way({ p, claim, way, path, account }: ClaimPageProps) {
  const address = claim.award.recipientEmail ?? '';
  if (way === 'new') return <p class="caption">{p.t('backpack.claim.new', { address })}</p>;
  if (way === 'yours') return null;
  if (way === 'known-address') {
    return (
      <p class="caption">
        {p.t('backpack.claim.known', { address })}{' '}
        <a href={`/sign-in?next=${encodeURIComponent(path)}`}>{p.t('backpack.claim.sign-in-first')}</a>
      </p>
    );
  }
  return (
    <WarnLine title={p.t('backpack.claim.other', { address })}>
      {p.t('backpack.claim.other.say', { name: p.actor.name ?? '', account: account ?? '' })}{' '}
      <a href={`/sign-in?again=1&next=${encodeURIComponent(path)}`}>{p.t('backpack.claim.other.switch')}</a>
    </WarnLine>
  );
}

function Decline({ p, claim, path }: ClaimPageProps) {
  const issuer = claim.issuer.name;
  return (
    <ConfirmDialog
      p={p}
      id="decline"
      label={p.t('backpack.decline')}
      title={p.t('backpack.decline.title')}
      action={`${path}/decline`}
      confirm={p.t('backpack.decline.confirm')}
    >
      <p>{p.t('backpack.decline.say', { issuer })}</p>
      <TextArea p={p} name="reason" label={p.t('backpack.decline.reason')} optional rows={3} maxlength={1000} />
    </ConfirmDialog>
  );
}

/** Where there is nothing to accept: each reason has its own words, and none names anybody. */
export function ClaimEndedPage({ p, claim, path, mayUndo }: ClaimPageProps & { mayUndo: boolean }) {
  const { standing, achievement, issuer } = claim;
  const say = (part: string) =>
    p.t(`backpack.ended.${standing}${part}`, { issuer: issuer.name, badge: achievement.name });
  return (
    <Offer
      p={p}
      achievement={achievement}
      issuer={issuer}
      caption={p.t('backpack.claim.caption-nobody', { issuer: issuer.name, name: '' })}
    >
      <section class="claim__do" aria-labelledby="ended">
        <h2 class="h-label" id="ended">
          {say('')}
        </h2>
        <p>{say('.say')}</p>
        {standing === 'declined' && mayUndo ? (
          <Form p={p} action={`${path}/reopen`}>
            <p class="caption">{p.t('backpack.declined.undo.say')}</p>
            <p>
              <Button look="quiet">{p.t('backpack.declined.undo')}</Button>
            </p>
          </Form>
        ) : null}
        {standing === 'claimed-by-another' ? (
          <p class="row">
            <ButtonLink href="/sign-in?next=%2Fbackpack">{p.t('web.nav.sign-in')}</ButtonLink>
          </p>
        ) : null}
      </section>
    </Offer>
  );
}
