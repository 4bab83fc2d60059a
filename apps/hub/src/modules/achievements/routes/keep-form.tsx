import type { App } from '../../../kernel/app.ts';
import { attempt, type Refusal } from '../../../kernel/refusal.ts';
import type { HubContext } from '../../../web/env.ts';
import { refusalText } from '../../../web/error-page.tsx';
import { flash } from '../../../web/flash.ts';
import { type FieldErrors, parseForm } from '../../../web/parse.ts';
import { refusalStatus } from '../../../web/problem.ts';
import { readForm } from '../../../web/read-form.ts';
import { show } from '../../../web/show.ts';
import { changeState } from '../change-state.ts';
import { defineAchievement } from '../define-achievement.ts';
import { editAchievement } from '../edit-achievement.ts';
import { pressed, readTyped, rowsAgain, type Typed } from '../form-model.ts';
import { keepPicture, pictureOfToken } from '../keep-picture.ts';
import { loadAchievement } from '../load-achievement.ts';
import { madeAltText } from '../made-alt-text.ts';
import { type Achievement, type AchievementContent, missingParts } from '../model.ts';
import { achievementPath } from '../paths-model.ts';
import { typedAsKept } from '../typed-as-kept.ts';
import { ConflictPage } from '../views/conflict-page.tsx';
import { AchievementForm, type CheckedForm, contentOf, designOf } from './achievement-form.ts';
import { actionOf, type Desk, showEditor } from './desk.tsx';

/** Buttons of the form that end the typing; the others change rows and show the form again. */
const endings = ['save', 'publish'];

/** Takes the editor's form: whatever button was pressed, nothing that was typed is lost. */
export async function keepForm(app: App, c: HubContext, desk: Desk): Promise<Response> {
  const { values } = await readForm(c);
  const button = String(values.act ?? 'save');
  const revision = Number(values.revision ?? 0) || 0;
  const { typed, errors } = await withUpload(app, c, desk, readTyped(values));
  if (!endings.includes(button)) {
    return showEditor(app, c, desk, { typed: pressed(typed, button), errors, revision, status: errors ? 422 : 200 });
  }
  const parsed = await parseForm(c, AchievementForm);
  const again = (found: FieldErrors) =>
    showEditor(app, c, desk, {
      typed: rowsAgain(typed),
      errors: { ...found, ...errors },
      revision,
      status: 422,
    });
  if (!parsed.ok) return again(parsed.errors);
  const content = withPicture(app, desk, typed, parsed.value);
  if (!content) return again({ image: c.get('page').t('achievements.mistake.no-file') });
  const missing = button === 'publish' || desk.achievement?.state === 'published' ? missingParts(content) : [];
  if (errors || missing.length > 0) return again(missingErrors(c, missing));
  return save(app, c, desk, { typed, content, revision, publishes: button === 'publish' });
}

async function withUpload(
  app: App,
  c: HubContext,
  { person }: Desk,
  typed: Typed,
): Promise<{ typed: Typed; errors?: FieldErrors }> {
  const [file] = (await readForm(c)).files.image ?? [];
  if (!file || file.size === 0) return { typed };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kept = await attempt(() => keepPicture(app, person, bytes));
  const upload = { ...typed, picture: 'upload' };
  if ('done' in kept) return { typed: { ...upload, upload: kept.done } };
  if (!kept.refusal.code.startsWith('image.')) throw kept.refusal;
  const { title, remedy } = refusalText(c.get('page'), kept.refusal);
  return { typed: upload, errors: { image: [`${title}.`, remedy].filter(Boolean).join(' ') } };
}

/** Undefined when a picture of one's own was asked for and none is there. */
function withPicture(
  app: App,
  { person, achievement }: Desk,
  typed: Typed,
  form: CheckedForm,
): AchievementContent | undefined {
  const content = contentOf(form);
  if (typed.picture !== 'upload') {
    const imageAlt = content.imageAlt || madeAltText(app, { ...typed, name: content.name });
    return { ...content, imageAlt, design: designOf(form) };
  }
  const imageFile = pictureOfToken(app, person, typed.upload) ?? achievement?.imageFile;
  return imageFile && { ...content, imageFile };
}

function missingErrors(c: HubContext, missing: string[]): FieldErrors {
  return Object.fromEntries(missing.map((part) => [part, c.get('page').t(`achievements.missing.${part}`)]));
}

interface Saving {
  typed: Typed;
  content: AchievementContent;
  revision: number;
  publishes: boolean;
}

async function save(app: App, c: HubContext, desk: Desk, saving: Saving): Promise<Response> {
  const { content, revision, publishes, typed } = saving;
  const result = await attempt(async () => {
    const id = await keep(app, desk, content, revision);
    if (publishes) await changeState(app, desk.person, id, 'publish');
    return id;
  });
  if ('refusal' in result) return refused(app, c, desk, result.refusal, { typed: rowsAgain(typed), revision });
  flash(c, 'done', publishes ? 'achievements.published' : 'achievements.kept', { name: content.name });
  return c.redirect(achievementPath({ id: result.done }), 303);
}

async function keep(app: App, { person, issuer, achievement }: Desk, content: AchievementContent, revision: number) {
  if (!achievement) return (await defineAchievement(app, person, issuer.id, content)).id;
  await editAchievement(app, person, achievement.id, { content, revision });
  return achievement.id;
}

/** Somebody saved, published, archived or awarded it in the meantime: what was typed stays on the page. */
async function refused(
  app: App,
  c: HubContext,
  desk: Desk,
  refusal: Refusal,
  { typed, revision }: { typed: Typed; revision: number },
): Promise<Response> {
  const p = c.get('page');
  const { achievement } = desk;
  if (achievement && refusal.code === 'achievement.edited-elsewhere') {
    const newer: Achievement = await loadAchievement(app, desk.person, achievement.id);
    return show(
      c,
      <ConflictPage p={p} newer={newer} theirs={typedAsKept(app, newer)} typed={typed} action={actionOf(desk)} />,
      409,
    );
  }
  if (!['achievement.locked', 'achievement.not-a-draft'].includes(refusal.code)) throw refusal;
  const { title, remedy } = refusalText(p, refusal);
  const errors = { _form: [`${title}.`, remedy].filter(Boolean).join(' ') };
  return showEditor(app, c, desk, { typed, errors, revision, status: refusalStatus[refusal.code] });
}
