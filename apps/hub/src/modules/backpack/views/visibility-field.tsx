import { Radios } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import { visibilities } from '../model.ts';

/** Who may see it: nobody, unless its holder says so. */
export function VisibilityField({ p, value = 'private', label }: { p: Page; value?: string; label?: string }) {
  const options = visibilities.map((each) => ({
    value: each,
    label: p.t(`backpack.visibility.${each}`),
    hint: p.t(`backpack.visibility.${each}.hint`),
  }));
  return (
    <div class="bp__visible">
      <Radios p={p} name="visibility" label={label ?? p.t('backpack.visibility')} options={options} value={value} />
    </div>
  );
}
