import { alignmentTargetTypes } from 'openbadges';
import { Select, TextField } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { FieldErrors } from '../../../web/parse.ts';
import type { AlignmentField, Typed } from '../form-model.ts';
import { EditorPart } from './editor-part.tsx';
import { AddRow, RowButtons } from './row-buttons.tsx';

interface Props {
  p: Page;
  typed: Typed;
  errors?: FieldErrors | undefined;
  action: string;
}

export function AlignmentFields({ p, typed, errors, action }: Props) {
  return (
    <EditorPart
      id="alignments"
      title={p.t('achievements.part.alignments')}
      say={p.t('achievements.part.alignments.say')}
    >
      {typed.alignments.map((_, index) => (
        <Row p={p} typed={typed} errors={errors} action={action} index={index} />
      ))}
      <AddRow list="alignments" action={action} first={`alignments.${typed.alignments.length}.targetName`}>
        {p.t('achievements.row.add-alignment')}
      </AddRow>
      <TextField
        p={p}
        name="validMonths"
        label={p.t('achievements.field.validMonths')}
        hint={p.t('achievements.field.validMonths.hint')}
        value={typed.validMonths}
        errors={errors}
        inputmode="numeric"
        short
        optional
      />
    </EditorPart>
  );
}

function Row({ p, typed, errors, action, index }: Props & { index: number }) {
  const field = (name: AlignmentField) => ({
    p,
    name: `alignments.${index}.${name}`,
    label: p.t(`achievements.field.${name}`),
    value: typed.alignments[index]?.[name],
    errors,
  });
  const types = ['', ...alignmentTargetTypes].map((value) => ({
    value,
    label: value === '' ? p.t('achievements.target.none') : value,
  }));
  return (
    <fieldset class="alignment">
      <legend class="legend">{p.t('achievements.row.alignments', { number: index + 1 })}</legend>
      <div class="fields-2">
        <TextField {...field('targetName')} maxlength={200} />
        <TextField {...field('targetUrl')} type="url" placeholder="https://" />
        <TextField {...field('targetFramework')} maxlength={200} optional />
        <TextField {...field('targetCode')} maxlength={100} optional />
        <Select {...field('targetType')} options={types} optional />
        <TextField {...field('targetDescription')} maxlength={500} optional />
      </div>
      <RowButtons p={p} list="alignments" index={index} count={typed.alignments.length} action={action} />
    </fieldset>
  );
}
