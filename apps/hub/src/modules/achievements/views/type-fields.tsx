import { achievementTypes } from 'openbadges';
import { Select, TextField } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { FieldErrors } from '../../../web/parse.ts';
import type { Typed } from '../form-model.ts';

/** The name of a type in the reader's language; an issuer's own type as it is written. */
export function typeName(p: Page, type: string): string {
  return type.startsWith('ext:') ? type.slice(4) : p.t(`achievements.type.${type}`);
}

export function TypeFields({ p, typed, errors }: { p: Page; typed: Typed; errors?: FieldErrors | undefined }) {
  const known = achievementTypes
    .map((value) => ({ value: value as string, label: typeName(p, value) }))
    .sort((a, b) => a.label.localeCompare(b.label, p.locale));
  const isOwn = typed.achievementType === 'ext';
  return (
    <div class="stack">
      <Select
        p={p}
        name="achievementType"
        label={p.t('achievements.field.achievementType')}
        errors={errors}
        value={typed.achievementType}
        options={[...known, { value: 'ext', label: p.t('achievements.type.own') }]}
      />
      <details open={isOwn}>
        <summary class="caption">{p.t('achievements.field.ownType.open')}</summary>
        <TextField
          p={p}
          name="ownType"
          label={p.t('achievements.field.ownType')}
          hint={p.t('achievements.field.ownType.hint')}
          value={typed.ownType}
          maxlength={60}
        />
      </details>
    </div>
  );
}
