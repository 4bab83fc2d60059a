import { Plate } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { TakenFile } from '../files-model.ts';

/** Files to take along: each of them is the whole badge. */
export function TakeFiles({ p, files }: { p: Page; files: TakenFile[] }) {
  return (
    <Plate id="files" title={p.t('backpack.files')} label={p.t('backpack.files.label')}>
      <ul class="bp__list">
        {files.map(({ href, kind, name }) => (
          <li>
            <a href={href}>{kind === 'original' ? name : p.t(`backpack.file.${kind}`)}</a>
            <p class="caption">{p.t(`backpack.file.${kind}.say`)}</p>
          </li>
        ))}
      </ul>
    </Plate>
  );
}
