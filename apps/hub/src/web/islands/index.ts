import { askBeforeLeaving } from './ask-before-leaving.ts';
import { CopyText } from './copy-text.ts';
import { DropZone } from './drop-zone.ts';
import { focusFirstMistake } from './focus-first-mistake.ts';
import { holdFocusInDialogs } from './hold-focus-in-dialogs.ts';
import { JobToasts } from './job-toasts.ts';
import { LiveProgress } from './live-progress.ts';
import { RevealPassword } from './reveal-password.ts';

const small: Record<string, CustomElementConstructor> = {
  'copy-text': CopyText,
  'drop-zone': DropZone,
  'job-toasts': JobToasts,
  'live-progress': LiveProgress,
  'reveal-password': RevealPassword,
};

/** Larger ones come only to the pages that have them. */
const large: Record<string, () => Promise<CustomElementConstructor>> = {
  'qr-camera': async () => (await import('./qr-camera.ts')).QrCamera,
  'badge-preview': async () => (await import('./badge-preview.ts')).BadgePreview,
  'design-advice': async () => (await import('./design-advice.ts')).DesignAdvice,
  'passkey-sign-in': async () => (await import('./passkeys.ts')).PasskeySignIn,
  'passkey-register': async () => (await import('./passkeys.ts')).PasskeyRegister,
};

for (const [name, island] of Object.entries(small)) customElements.define(name, island);
for (const [name, load] of Object.entries(large)) {
  if (document.querySelector(name)) void load().then((island) => customElements.define(name, island));
}
focusFirstMistake();
askBeforeLeaving();
holdFocusInDialogs();
