import {
  Button,
  ButtonLink,
  ErrorSummary,
  Form,
  Layout,
  PageHead,
  Select,
  TextArea,
  TextField,
} from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { FieldErrors } from '../../../web/parse.ts';
import { languageChoices } from '../../organizations/index.ts';
import type { Issuer } from '../../profiles/index.ts';
import type { Typed } from '../form-model.ts';
import type { Achievement } from '../model.ts';
import { achievementPath, issuerListPath } from '../paths-model.ts';
import { AlignmentFields } from './alignment-fields.tsx';
import { CriteriaFields } from './criteria-fields.tsx';
import { DesignFields } from './design-fields.tsx';
import { DesignPreview } from './design-preview.tsx';
import { EditorPart } from './editor-part.tsx';
import { rowLabel } from './row-label.ts';
import { TypeFields } from './type-fields.tsx';

export interface EditorProps {
  p: Page;
  issuer: Issuer;
  /** Undefined: it is being made. */
  achievement?: Achievement | undefined;
  typed: Typed;
  errors?: FieldErrors | undefined;
  revision: number;
  action: string;
  /** What the drawing is said to show when nobody writes it. */
  madeAlt: string;
  /** Address of an uploaded picture. */
  upload?: string | undefined;
}

export const editorForm = 'badge';

export function EditorPage(props: EditorProps) {
  const { p, issuer, achievement, typed, errors, action } = props;
  const title = achievement
    ? p.t('achievements.edit.title', { name: achievement.name })
    : p.t('achievements.new.title');
  return (
    <Layout
      p={p}
      title={title}
      current="badges"
      noIndex
      crumbs={[
        { href: issuerListPath(issuer), label: p.t('achievements.of', { issuer: issuer.name }) },
        ...(achievement ? [{ href: achievementPath(achievement), label: achievement.name }] : []),
      ]}
    >
      <PageHead title={title} caption={captionOf(props)} />
      <div class="sheet editor">
        <DesignPreview p={p} typed={typed} upload={props.upload} madeAlt={props.madeAlt} />
        <Form p={p} action={action} multipart guarded id={editorForm} class="form form--wide">
          {/* Enter in a field presses the first button of a form: it keeps what was typed */}
          <div class="sr" aria-hidden="true">
            <button type="submit" name="act" value="save" tabindex={-1}></button>
          </div>
          <input type="hidden" name="revision" value={String(props.revision)} />
          <ErrorSummary p={p} errors={errors} labels={labelsOf(p, errors)} />
          <WhatItIs {...props} />
          <DesignFields {...props} />
          <CriteriaFields p={p} typed={typed} errors={errors} action={action} />
          <AlignmentFields p={p} typed={typed} errors={errors} action={action} />
          <Endings {...props} />
        </Form>
      </div>
    </Layout>
  );
}

function captionOf({ p, issuer, achievement }: EditorProps): string {
  if (!achievement) return p.t('achievements.new.caption', { issuer: issuer.name });
  const { version } = achievement;
  return p.t(`achievements.edit.caption.${achievement.state}`, { issuer: issuer.name, version });
}

const labelled = [
  'name',
  'description',
  'criteria',
  'criteriaNarrative',
  'achievementType',
  'tags',
  'evidenceWanted',
  'validMonths',
  'lang',
  'image',
  'imageAlt',
  'ribbon',
];

function labelsOf(p: Page, errors: FieldErrors = {}): Record<string, string> {
  const rows = Object.keys(errors).filter((name) => /^(criteria|alignments)\.\d/.test(name));
  return Object.fromEntries([
    ...labelled.map((name) => [name, p.t(`achievements.field.${name}`)]),
    ...rows.map((name) => [name, rowLabel(p, name)]),
  ]);
}

function WhatItIs({ p, typed, errors }: EditorProps) {
  const field = (name: 'name' | 'description' | 'tags' | 'lang') => ({
    p,
    name,
    label: p.t(`achievements.field.${name}`),
    value: typed[name],
    errors,
  });
  return (
    <EditorPart id="what" title={p.t('achievements.part.what')}>
      <TextField {...field('name')} required maxlength={200} lang={typed.lang} />
      <TextArea
        {...field('description')}
        hint={p.t('achievements.field.description.hint')}
        rows={4}
        lang={typed.lang}
      />
      <div class="fields-2">
        <TypeFields p={p} typed={typed} errors={errors} />
        <Select {...field('lang')} hint={p.t('achievements.field.lang.hint')} options={languageChoices(p.locale)} />
      </div>
      <TextField {...field('tags')} hint={p.t('achievements.field.tags.hint')} lang={typed.lang} optional />
    </EditorPart>
  );
}

/** A draft is kept or published; what is published is kept. */
function Endings({ p, achievement, issuer }: EditorProps) {
  const isOut = achievement?.state === 'published';
  return (
    <section class="editor__end">
      <p class="row">
        {isOut ? null : (
          <Button name="act" value="publish">
            {p.t('achievements.publish')}
          </Button>
        )}
        <Button name="act" value="save" look={isOut ? 'solid' : 'quiet'}>
          {p.t(isOut ? 'achievements.keep' : 'achievements.keep-draft')}
        </Button>
        <ButtonLink href={achievement ? achievementPath(achievement) : issuerListPath(issuer)} look="quiet">
          {p.t('achievements.leave')}
        </ButtonLink>
      </p>
      <p class="caption">{p.t(isOut ? 'achievements.keep.next' : 'achievements.publish.next')}</p>
    </section>
  );
}
