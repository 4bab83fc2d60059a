import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Person } from '../../../kernel/actor.ts';
import type { App } from '../../../kernel/app.ts';
import type { HubContext } from '../../../web/env.ts';
import type { FieldErrors } from '../../../web/parse.ts';
import { show } from '../../../web/show.ts';
import type { Issuer } from '../../profiles/index.ts';
import type { Typed } from '../form-model.ts';
import { pictureOfToken } from '../keep-picture.ts';
import { madeAltText } from '../made-alt-text.ts';
import type { Achievement } from '../model.ts';
import { achievementPath, picturePath } from '../paths-model.ts';
import { EditorPage } from '../views/editor-page.tsx';

/** Who works on what for whom; without an achievement it is a new one. */
export interface Desk {
  person: Person;
  issuer: Issuer;
  achievement?: Achievement;
}

export interface OnDesk {
  typed: Typed;
  errors?: FieldErrors;
  /** Of the text that the typing started from. */
  revision?: number;
  status?: ContentfulStatusCode;
}

export function actionOf({ achievement, issuer }: Desk): string {
  return achievement ? achievementPath(achievement, '/edit') : `/achievements/new?issuer=${issuer.id}`;
}

export function showEditor(app: App, c: HubContext, desk: Desk, { typed, errors, revision, status }: OnDesk): Response {
  const { issuer, achievement } = desk;
  const view = (
    <EditorPage
      p={c.get('page')}
      issuer={issuer}
      achievement={achievement}
      typed={typed}
      errors={errors}
      revision={revision ?? achievement?.revision ?? 0}
      action={actionOf(desk)}
      madeAlt={madeAltText(app, typed)}
      upload={uploadOf(app, desk, typed)}
    />
  );
  return show(c, view, status);
}

/** Where the uploaded picture of this form is to be seen, if there is one. */
function uploadOf(app: App, { person, achievement }: Desk, typed: Typed): string | undefined {
  if (pictureOfToken(app, person, typed.upload)) return `/designer/uploads/${typed.upload}`;
  return achievement?.imageFile ? picturePath(achievement, 512) : undefined;
}
