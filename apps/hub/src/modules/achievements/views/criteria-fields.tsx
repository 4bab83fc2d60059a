import { Checkbox, FieldSays, TextArea, TextField } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { FieldErrors } from '../../../web/parse.ts';
import type { Typed } from '../form-model.ts';
import { EditorPart } from './editor-part.tsx';
import { AddRow, RowButtons } from './row-buttons.tsx';

interface Props {
  p: Page;
  typed: Typed;
  errors?: FieldErrors | undefined;
  action: string;
}

export function CriteriaFields({ p, typed, errors, action }: Props) {
  const label = p.t('achievements.field.criteria');
  const rows = typed.criteria.length > 0 ? typed.criteria : [''];
  return (
    <EditorPart id="criteria" title={p.t('achievements.part.criteria')} say={p.t('achievements.part.criteria.say')}>
      <fieldset class={errors?.criteria ? 'field field--bad' : 'field'} id="f-criteria" tabindex={-1}>
        <legend class="legend">{label}</legend>
        <ol class="rows">
          {rows.map((text, index) => (
            <li>
              <TextField
                p={p}
                name={`criteria.${index}`}
                label={p.t('achievements.row.criteria', { number: index + 1 })}
                quietLabel
                value={text}
                errors={errors}
                maxlength={500}
                lang={typed.lang}
              />
              <RowButtons p={p} list="criteria" index={index} count={rows.length} action={action} ordered />
            </li>
          ))}
        </ol>
        <AddRow list="criteria" action={action} first={`criteria.${rows.length}`}>
          {p.t('achievements.row.add-criterion')}
        </AddRow>
        <FieldSays p={p} name="criteria" label={label} errors={errors} />
      </fieldset>
      <TextArea
        p={p}
        name="criteriaNarrative"
        label={p.t('achievements.field.criteriaNarrative')}
        hint={p.t('achievements.field.criteriaNarrative.hint')}
        value={typed.criteriaNarrative}
        errors={errors}
        rows={6}
        lang={typed.lang}
        optional
      />
      <Evidence p={p} typed={typed} errors={errors} action={action} />
    </EditorPart>
  );
}

function Evidence({ p, typed, errors }: Props) {
  return (
    <>
      <TextArea
        p={p}
        name="evidenceWanted"
        label={p.t('achievements.field.evidenceWanted')}
        hint={p.t('achievements.field.evidenceWanted.hint')}
        value={typed.evidenceWanted}
        errors={errors}
        rows={3}
        lang={typed.lang}
        optional
      />
      <Checkbox
        p={p}
        name="evidenceRequired"
        label={p.t('achievements.field.evidenceRequired')}
        checked={typed.evidenceRequired !== ''}
      />
    </>
  );
}
