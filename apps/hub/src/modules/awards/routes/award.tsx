import { Hono } from 'hono';
import { z } from 'zod';
import type { Person } from '../../../kernel/actor.ts';
import type { App } from '../../../kernel/app.ts';
import { type Id, isId } from '../../../kernel/ids.ts';
import { attempt } from '../../../kernel/refusal.ts';
import type { HubContext, HubEnv } from '../../../web/env.ts';
import {
  emailAddress,
  optionalDay,
  optionalLine,
  optionalLocalTime,
  optionalParagraphs,
  optionalWebAddress,
} from '../../../web/fields.ts';
import { flash } from '../../../web/flash.ts';
import { momentOf } from '../../../web/local-time.ts';
import { type FieldErrors, parseForm } from '../../../web/parse.ts';
import { readForm } from '../../../web/read-form.ts';
import { show } from '../../../web/show.ts';
import type { Achievement } from '../../achievements/index.ts';
import { findActor } from '../../actors/index.ts';
import { awardAchievement } from '../award-achievement.ts';
import { letterOf } from '../award-letter.ts';
import { listBatches } from '../batch-store.ts';
import { templateCsv } from '../csv/template-csv.ts';
import type { Recipient } from '../model.ts';
import { openBatch } from '../open-batch.ts';
import { isAwardedTo } from '../store.ts';
import { ConfirmPage } from '../views/confirm-page.tsx';
import { evidenceRows } from '../views/one-person-form.tsx';
import { batchPath } from '../views/paths.ts';
import { RecipientsPage, type RecipientsPageProps } from '../views/recipients-page.tsx';
import { issuedAchievement, refusalSentence } from './issuing.ts';

const OnePerson = z.object({
  name: optionalLine(200),
  email: emailAddress,
  message: optionalParagraphs(2000),
  narrative: optionalParagraphs(5000),
  activityStart: optionalDay,
  activityEnd: optionalDay,
  awardedAt: optionalDay,
  sendAt: optionalLocalTime,
  evidenceUrl1: optionalWebAddress,
  evidenceName1: optionalLine(200),
  evidenceUrl2: optionalWebAddress,
  evidenceName2: optionalLine(200),
  evidenceUrl3: optionalWebAddress,
  evidenceName3: optionalLine(200),
  step: z.enum(['look', 'award', 'edit']).default('look'),
  once: z.string().max(40).default(''),
});

type OnePerson = z.output<typeof OnePerson>;

export function awardingRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>()
    .get('/achievements/:id/award', async (c) => recipients(app, c, (await issuedAchievement(app, c)).achievement))
    .get('/achievements/:id/award/template.csv', async (c) => {
      const { achievement } = await issuedAchievement(app, c);
      return c.body(templateCsv(achievement), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="recipients.csv"',
      });
    })
    .post('/achievements/:id/award/file', (c) => takeFile(app, c))
    .post('/achievements/:id/award/one', (c) => takeOne(app, c));
}

async function recipients(
  app: App,
  c: HubContext,
  achievement: Achievement,
  more: Partial<RecipientsPageProps> = {},
): Promise<Response> {
  const batches = await listBatches(app.db, achievement.id);
  const isFailed = more.fileErrors !== undefined || more.oneErrors !== undefined;
  return show(
    c,
    <RecipientsPage p={c.get('page')} app={app} achievement={achievement} batches={batches} {...more} />,
    isFailed ? 422 : 200,
  );
}

async function takeFile(app: App, c: HubContext): Promise<Response> {
  const { actor, achievement } = await issuedAchievement(app, c);
  const [file] = (await readForm(c)).files.file ?? [];
  const refuse = (sentence: string) => recipients(app, c, achievement, { fileErrors: { file: sentence } });
  if (!file) return refuse(c.get('page').t('awards.many.choose'));
  await app.limits.take(`batch ${actor.personId}`, { capacity: 30, perMinute: 4 });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const result = await attempt(() => openBatch(app, actor, achievement.id, { name: file.name, bytes }));
  if ('refusal' in result) return refuse(refusalSentence(c, result.refusal));
  return c.redirect(batchPath(result.done), 303);
}

async function takeOne(app: App, c: HubContext): Promise<Response> {
  const { actor, achievement } = await issuedAchievement(app, c);
  const parsed = await parseForm(c, OnePerson);
  const { values } = parsed.form;
  if (!parsed.ok) return recipients(app, c, achievement, { oneErrors: parsed.errors, values });
  if (parsed.value.step === 'edit') return recipients(app, c, achievement, { values });
  const errors = ruleErrors(app, c, achievement, parsed.value);
  if (Object.keys(errors).length > 0) return recipients(app, c, achievement, { oneErrors: errors, values });
  if (parsed.value.step === 'award') return awardOne(app, c, actor, achievement, parsed.value);
  return confirm(app, c, achievement, parsed.value, values);
}

function ruleErrors(app: App, c: HubContext, achievement: Achievement, value: OnePerson): FieldErrors {
  const { t, timeZone } = c.get('page');
  const errors: FieldErrors = {};
  if (achievement.evidenceRequired && !value.evidenceUrl1) errors.evidenceUrl1 = t('awards.problem.evidence-missing');
  if (value.activityStart && value.activityEnd && value.activityEnd < value.activityStart)
    errors.activityEnd = t('awards.problem.activity-backwards');
  if (value.sendAt && momentOf(value.sendAt, timeZone) <= app.clock()) errors.sendAt = t('awards.send-at-past');
  return errors;
}

async function confirm(
  app: App,
  c: HubContext,
  achievement: Achievement,
  value: OnePerson,
  values: RecipientsPageProps['values'] = {},
): Promise<Response> {
  const recipient = recipientOf(value);
  const issuer = await findActor(app.db, achievement.issuerId);
  const letter = letterOf(app, achievement, {
    to: recipient.email,
    issuer: issuer?.name ?? '',
    name: recipient.name,
    message: value.message,
    url: app.urls.achievement(achievement.id),
    about: achievement.id,
  });
  const page = (
    <ConfirmPage
      p={c.get('page')}
      app={app}
      achievement={achievement}
      recipient={recipient}
      letter={letter}
      sendAt={value.sendAt ? momentOf(value.sendAt, c.get('page').timeZone) : undefined}
      values={values}
      once={app.newId('awd')}
      awardedBefore={await isAwardedTo(app.db, achievement.id, recipient.email)}
    />
  );
  return show(c, page);
}

async function awardOne(
  app: App,
  c: HubContext,
  actor: Person,
  achievement: Achievement,
  value: OnePerson,
): Promise<Response> {
  const [award] = await awardAchievement(app, actor, {
    achievementId: achievement.id,
    recipients: [recipientOf(value)],
    message: value.message,
    sendAt: value.sendAt ? momentOf(value.sendAt, c.get('page').timeZone) : undefined,
    id: isId('awd', value.once) ? (value.once as Id<'awd'>) : undefined,
  });
  flash(c, 'done', 'awards.one.done', { address: value.email });
  return c.redirect(`/awards/${award?.id}`, 303);
}

function recipientOf(value: OnePerson): Recipient {
  const evidence = evidenceRows
    .map((row) => ({
      url: value[`evidenceUrl${row}`] || undefined,
      name: value[`evidenceName${row}`] || undefined,
    }))
    .filter(({ url, name }) => url || name);
  return {
    email: value.email,
    name: value.name || undefined,
    narrative: value.narrative,
    evidence,
    activityStart: value.activityStart || undefined,
    activityEnd: value.activityEnd || undefined,
    awardedAt: value.awardedAt ? new Date(`${value.awardedAt}T00:00:00Z`) : undefined,
  };
}
