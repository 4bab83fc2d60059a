import type { App } from '../../../kernel/app.ts';
import type { Letter } from '../../../kernel/mail.ts';
import { Button, Facts, FactsGroup, FactsRow, Form, Time, WarnLine } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { FormValues } from '../../../web/read-form.ts';
import type { Achievement } from '../../achievements/index.ts';
import type { Recipient } from '../model.ts';
import { NotPublicWarning } from './not-public.tsx';
import { awardPath } from './paths.ts';
import { Wizard } from './wizard.tsx';

export interface ConfirmPageProps {
  p: Page;
  app: Pick<App, 'urls' | 'config'>;
  achievement: Achievement;
  recipient: Recipient;
  letter: Letter;
  sendAt?: Date;
  /** What was typed, to be sent along. */
  values: FormValues;
  /** The id that the award will have: pressing twice makes one. */
  once: string;
  awardedBefore: boolean;
}

/** Step 2 for one person: the address large, the letter as it will be read. */
export function ConfirmPage(props: ConfirmPageProps) {
  const { p, app, achievement, recipient, letter, sendAt, once, awardedBefore } = props;
  return (
    <Wizard
      p={p}
      achievement={achievement}
      step={1}
      title={p.t('awards.confirm.title', { badge: achievement.name })}
      caption={p.t('awards.confirm.caption', { badge: achievement.name, name: recipient.name ?? '' })}
      heading={<span class="address">{recipient.email}</span>}
    >
      <div class="cv__g">
        <section class="stack" aria-labelledby="letter">
          <h2 id="letter" class="h-label">
            {p.t('awards.confirm.letter')}
          </h2>
          <LetterSheet letter={letter} />
          <Form p={p} action={`${awardPath(achievement.id)}/one`} class="send">
            <Hidden values={props.values} />
            <input type="hidden" name="once" value={once} />
            <div class="stack">
              <p class="row sendrow">
                <Button name="step" value="award">
                  {p.t('awards.confirm.award')}
                </Button>
                <Button name="step" value="edit" look="quiet">
                  {p.t('awards.confirm.edit')}
                </Button>
              </p>
            </div>
            <p class="caption">
              {sendAt
                ? p.t('awards.confirm.held', { when: p.date(sendAt, 'datetime') })
                : p.t('awards.confirm.undo', { seconds: app.config.undoSeconds })}{' '}
              {p.t('awards.confirm.private')}
            </p>
          </Form>
        </section>
        <div class="stack">
          <RecipientFacts p={p} recipient={recipient} />
          {awardedBefore ? (
            <WarnLine title={p.t('awards.confirm.before')}>{p.t('awards.confirm.before.why')}</WarnLine>
          ) : null}
          <NotPublicWarning p={p} isPublic={app.urls.isPublic} />
        </div>
      </div>
    </Wizard>
  );
}

export function LetterSheet({ letter }: { letter: Letter }) {
  return (
    <div class="lettersheet" lang={letter.lang} dir="auto">
      <p class="ui">
        <strong>{letter.subject}</strong>
      </p>
      {letter.text.split(/\n{2,}/).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      {letter.action ? <p class="lettersheet__a">{letter.action.label}</p> : null}
    </div>
  );
}

function RecipientFacts({ p, recipient }: { p: Page; recipient: Recipient }) {
  const { name, evidence = [], activityStart, activityEnd, awardedAt } = recipient;
  return (
    <Facts title={p.t('awards.confirm.facts')}>
      <FactsGroup last>
        <FactsRow name={p.t('awards.field.name')}>{name ?? p.t('awards.none')}</FactsRow>
        <FactsRow name={p.t('awards.field.email')}>{recipient.email}</FactsRow>
        {evidence.map((item) => (
          <FactsRow name={p.t('awards.column.evidence')}>{item.name ?? item.url ?? item.description}</FactsRow>
        ))}
        {activityStart || activityEnd ? (
          <FactsRow name={p.t('awards.confirm.activity')}>
            {[activityStart, activityEnd].filter(Boolean).join(' – ')}
          </FactsRow>
        ) : null}
        <FactsRow name={p.t('awards.field.awardedAt')}>
          {awardedAt ? <Time p={p} at={awardedAt} /> : p.t('awards.confirm.today')}
        </FactsRow>
      </FactsGroup>
    </Facts>
  );
}

function Hidden({ values }: { values: FormValues }) {
  const kept = Object.entries(values).filter(([name]) => !['_csrf', 'step', 'once'].includes(name));
  return (
    <>
      {kept.flatMap(([name, value]) => [value].flat().map((item) => <input type="hidden" name={name} value={item} />))}
    </>
  );
}
