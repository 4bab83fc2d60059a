import {
  BadgeImage,
  Button,
  ConfirmDialog,
  ErrorSummary,
  Facts,
  FactsGroup,
  FactsRow,
  Form,
  Go,
  Layout,
  Markdown,
  Plate,
  TextArea,
  TextField,
  Time,
} from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { FieldErrors } from '../../../web/parse.ts';
import type { FormValues } from '../../../web/read-form.ts';
import type { Achievement } from '../../achievements/index.ts';
import type { AwardEvent } from '../award-event-store.ts';
import { type Award, type AwardVerb, isAccepted, possibleVerbs } from '../model.ts';
import { AwardStateMark, stateKey } from './award-state.tsx';
import { forgottenWord } from './forgotten-word.ts';
import { achievementPath, awardsPath, badgePicture } from './paths.ts';

export interface AwardPageProps {
  p: Page;
  achievement: Achievement;
  award: Award;
  events: AwardEvent[];
  /** Of the public page, once it was accepted. */
  credentialPath?: string;
  /** The letter can still be stopped: its time has not come. */
  now: Date;
  /** False: letters are kept in the outbox. */
  canSend: boolean;
  errors?: FieldErrors;
  values?: FormValues;
}

/** One award as its issuer sees it: how it stands, how it came to this, and what can happen next. */
export function AwardPage(props: AwardPageProps) {
  const { p, achievement, award } = props;
  const who = award.recipientName ?? award.recipientEmail ?? forgottenWord(p, award);
  return (
    <Layout
      p={p}
      title={p.t('awards.award.title', { badge: achievement.name, who })}
      crumbs={[
        { href: achievementPath(achievement.id), label: achievement.name },
        { href: awardsPath(achievement.id), label: p.t('awards.crumb.awards') },
      ]}
      current="badges"
      noIndex
    >
      <div class="sheet cv">
        <ErrorSummary p={p} errors={props.errors} labels={labelsOf(p)} />
        <div class="cv__h">
          <div class="cv__b">
            <BadgeImage src={badgePicture(achievement.id)} alt={achievement.imageAlt} size="l" />
          </div>
          <div>
            <p class="caption">{p.t('awards.award.caption', { badge: achievement.name })}</p>
            <h1 class="cv__t" dir="auto">
              {who}
            </h1>
            <p class="row awardstate">
              <AwardStateMark p={p} state={award.state} canSend={props.canSend} />
              <span class="caption">
                <Time p={p} at={award.stateChangedAt} style="datetime" />
              </span>
            </p>
          </div>
        </div>
        <div class="cv__g">
          <div class="stack plates">
            <WhatNext {...props} />
            <History {...props} />
            <Told {...props} />
          </div>
          <AwardFacts {...props} />
        </div>
      </div>
    </Layout>
  );
}

function AwardFacts({ p, award, credentialPath }: AwardPageProps) {
  const row = (name: string, value: unknown) => (value ? <FactsRow name={name}>{String(value)}</FactsRow> : null);
  return (
    <aside>
      <Facts
        title={p.t('awards.award.facts')}
        foot={
          isAccepted(award) && credentialPath ? <Go href={credentialPath}>{p.t('awards.award.public')}</Go> : undefined
        }
      >
        <FactsGroup last>
          {row(p.t('awards.field.email'), award.recipientEmail ?? p.t('awards.no-address'))}
          <FactsRow name={p.t('awards.field.awardedAt')}>
            <Time p={p} at={award.awardedAt} />
          </FactsRow>
          {award.validUntil ? (
            <FactsRow name={p.t('awards.column.valid-until')}>
              <Time p={p} at={award.validUntil} />
            </FactsRow>
          ) : null}
          <FactsRow name={p.t('awards.award.send-at')}>
            <Time p={p} at={award.sentAt ?? award.sendAt} style="datetime" />
          </FactsRow>
          {row(p.t('awards.confirm.activity'), [award.activityStart, award.activityEnd].filter(Boolean).join(' – '))}
          {award.evidence.map((item) => (
            <FactsRow name={p.t('awards.column.evidence')}>
              {item.url ? (
                <a href={item.url} rel="nofollow noopener">
                  {item.name ?? item.url}
                </a>
              ) : (
                (item.name ?? item.description)
              )}
            </FactsRow>
          ))}
          {Object.entries(award.fields).map(([name, value]) => row(name, value))}
          {award.batchLine ? row(p.t('awards.award.line'), award.batchLine) : null}
        </FactsGroup>
      </Facts>
    </aside>
  );
}

function Told({ p, award }: AwardPageProps) {
  if (!award.narrative && !award.message) return null;
  return (
    <Plate inside small id="told" title={p.t('awards.award.told')}>
      {award.narrative ? <Markdown text={award.narrative} /> : null}
      {award.message ? <blockquote dir="auto">{award.message}</blockquote> : null}
    </Plate>
  );
}

function History({ p, events, award, canSend }: AwardPageProps) {
  return (
    <Plate inside small id="history" title={p.t('awards.award.history')}>
      <ol class="ledger ledger--plain">
        {events.map(({ verb, at, by, replacement, code }) => (
          <li>
            <div class="ledger__body">
              <p class="ledger__title">{eventWords(p, verb, canSend, code)}</p>
              <p class="caption">
                <Time p={p} at={at} style="datetime" />
                {by ? `, ${by}` : ''}
              </p>
              {code ? <p class="caption">{p.t('awards.award.issued-by', { name: code.madeBy })}</p> : null}
              {replacement ? <Go href={`/awards/${replacement}`}>{p.t('awards.award.replacement')}</Go> : null}
            </div>
          </li>
        ))}
      </ol>
      {award.replaces ? <Go href={`/awards/${award.replaces}`}>{p.t('awards.award.replaced')}</Go> : null}
      {award.stateReason ? (
        <p class="caption" dir="auto">
          {p.t('awards.award.reason', { reason: award.stateReason })}
        </p>
      ) : null}
    </Plate>
  );
}

function eventWords(p: Page, verb: string, canSend: boolean, code: AwardEvent['code']): string {
  if (verb === 'award.made' && code) return p.t('awards.event.award.claimed-by-code', { code: code.code });
  return p.t(verb === 'award.sent' && !canSend ? 'awards.event.award.kept' : `awards.event.${verb}`);
}

/** In the order in which they would be thought of. */
const issuerVerbs = ['withdraw', 'resend', 'rebind', 'resume', 'suspend', 'revoke'] as const;
type DialogVerb = Exclude<(typeof issuerVerbs)[number], 'resend'>;

function WhatNext(props: AwardPageProps) {
  const { p, award } = props;
  const possible: AwardVerb[] = possibleVerbs(award.state);
  const verbs = issuerVerbs.filter((verb) => possible.includes(verb));
  return (
    <Plate inside small id="next" title={p.t('awards.award.next')} label={p.t('awards.award.next.label')}>
      <p class="wall-text">{p.t(stateKey(award.state, props.canSend).replace('.state.', '.then.'))}</p>
      <div class="row acts">
        {verbs.map((verb) => (verb === 'resend' ? <Resend {...props} /> : <Act {...props} verb={verb} />))}
      </div>
    </Plate>
  );
}

function Resend({ p, award }: AwardPageProps) {
  return (
    <Form p={p} action={`/awards/${award.id}/resend`} class="inline">
      <Button look="quiet" small>
        {p.t('awards.act.resend')}
      </Button>
    </Form>
  );
}

function Act(props: AwardPageProps & { verb: DialogVerb }) {
  const { p, award, verb, errors, values } = props;
  if (errors && values?.verb === verb) return <ActAgain {...props} />;
  return (
    <ConfirmDialog
      p={p}
      id={`act-${verb}`}
      label={p.t(`awards.act.${verb}`)}
      title={p.t(`awards.act.${verb}.title`)}
      action={`/awards/${award.id}/${verb}`}
      confirm={p.t(`awards.act.${verb}.confirm`)}
      look={lookOf(verb)}
      fields={{ verb }}
    >
      <p>{p.t(`awards.act.${verb}.say`)}</p>
      <ActField p={p} verb={verb} id={`f-${verb}`} />
    </ConfirmDialog>
  );
}

/** After a mistake the question stands open on the page, so that nobody has to look for it. */
function ActAgain({ p, award, verb, errors, values }: AwardPageProps & { verb: DialogVerb }) {
  return (
    <Form p={p} action={`/awards/${award.id}/${verb}`} class="acts__again">
      <div class="stack">
        <h3 class="h-label">{p.t(`awards.act.${verb}.title`)}</h3>
        <p>{p.t(`awards.act.${verb}.say`)}</p>
        <ActField p={p} verb={verb} errors={errors} values={values} />
        <input type="hidden" name="verb" value={verb} />
        <p class="row">
          <Button look={lookOf(verb)}>{p.t(`awards.act.${verb}.confirm`)}</Button>
          <a class="linkish" href={`/awards/${award.id}`}>
            {p.t('web.cancel')}
          </a>
        </p>
      </div>
    </Form>
  );
}

type ActFieldProps = Pick<AwardPageProps, 'p' | 'errors' | 'values'> & { verb: DialogVerb; id?: string };

function ActField({ p, verb, ...field }: ActFieldProps) {
  if (verb === 'withdraw') return null;
  if (verb === 'rebind')
    return <TextField p={p} {...field} name="email" type="email" label={p.t('awards.act.rebind.address')} required />;
  return (
    <TextArea
      p={p}
      {...field}
      name="reason"
      label={p.t(verb === 'resume' ? 'awards.act.reason' : 'awards.act.reason.required')}
      hint={p.t('awards.act.reason.hint')}
      rows={3}
      required={verb !== 'resume'}
      optional={verb === 'resume'}
    />
  );
}

const lookOf = (verb: DialogVerb) => (verb === 'resume' || verb === 'rebind' ? 'solid' : 'no');

const labelsOf = (p: Page) => ({ reason: p.t('awards.act.reason'), email: p.t('awards.act.rebind.address') });
