import { Radios } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { FieldErrors } from '../../../web/parse.ts';
import { visibilities } from '../model.ts';

/** Who may see it: nobody, unless its holder says so. */
export function VisibilityField({
  p,
  value = 'private',
  errors,
}: {
  p: Page;
  value?: string;
  errors?: FieldErrors | undefined;
}) {
  const options = visibilities.map((each) => ({
    value: each,
    label: p.t(`backpack.visibility.${each}`),
    hint: p.t(`backpack.visibility.${each}.hint`),
  }));
  return (
    <div class="bp__visible">
      <Radios
        p={p}
        name="visibility"
        label={p.t('backpack.visibility')}
        options={options}
        value={value}
        errors={errors}
      />
    </div>
  );
}
