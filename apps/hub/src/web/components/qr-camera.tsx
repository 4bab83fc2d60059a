import type { Page } from '../page.ts';
import { fieldId } from './field.tsx';
import { Icon } from './icon.tsx';

/** Shown by script where the browser can ask for a camera. `into`: the name of the text field that gets what was read. */
export function QrCamera({ p, into }: { p: Page; into: string }) {
  return (
    <qr-camera
      hidden
      data-into={fieldId(into)}
      data-start={p.t('web.camera.start')}
      data-stop={p.t('web.camera.stop')}
      data-refused={p.t('web.camera.refused')}
    >
      <button type="button" class="linkish">
        <Icon name="camera" /> <span data-label>{p.t('web.camera.start')}</span>
      </button>
      <video class="camera" hidden muted playsinline></video>
      <p class="caption" role="status"></p>
    </qr-camera>
  );
}
