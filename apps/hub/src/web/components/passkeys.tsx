import type { Page } from '../page.ts';
import { Icon } from './icon.tsx';

/** Shown by script where the browser knows passkeys. Stands inside the form whose `next` and `name` it sends along. */
export function PasskeySignIn({ p }: { p: Page }) {
  return (
    <passkey-sign-in
      hidden
      data-options="/sign-in/passkey/options"
      data-verify="/sign-in/passkey/verify"
      {...shared(p)}
    >
      <PasskeyButton label={p.t('web.passkey.sign-in')} />
    </passkey-sign-in>
  );
}

export function PasskeyRegister({ p }: { p: Page }) {
  return (
    <passkey-register
      hidden
      data-options="/account/passkeys/options"
      data-verify="/account/passkeys/verify"
      {...shared(p)}
    >
      <PasskeyButton label={p.t('web.passkey.register')} />
    </passkey-register>
  );
}

function PasskeyButton({ label }: { label: string }) {
  return (
    <>
      <button type="button" class="btn btn--quiet">
        <Icon name="fingerprint" />
        {label}
      </button>
      <p class="caption" role="status"></p>
    </>
  );
}

const shared = (p: Page) => ({
  'data-csrf': p.csrf,
  'data-left': p.t('web.passkey.left'),
  'data-failed': p.t('web.passkey.failed'),
});
