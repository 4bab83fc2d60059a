import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';

/**
 * A button inside `<passkey-sign-in hidden data-options data-verify data-csrf data-left data-failed>`.
 * Options come from the first address as they are; `{ response, next?, name? }` goes to the second, which answers `{ next }`.
 */
abstract class Passkey extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    if (!button || !browserSupportsWebAuthn()) return;
    this.hidden = false;
    button.addEventListener('click', () => {
      button.disabled = true;
      this.#say('');
      this.#exchange()
        .catch((error: unknown) => this.#say(this.#reason(error)))
        .finally(() => {
          button.disabled = false;
        });
    });
  }

  protected abstract ask(options: never): Promise<unknown>;

  async #exchange(): Promise<void> {
    const options = await this.#post(this.dataset.options, this.#fields());
    const response = await this.ask(options as never);
    const { next } = (await this.#post(this.dataset.verify, { ...this.#fields(), response })) as { next?: string };
    location.assign(next?.startsWith('/') && !next.startsWith('//') ? next : location.href);
  }

  /** The other values of the surrounding form: where to go, what to call the key. */
  #fields(): Record<string, string> {
    const form = this.closest('form');
    const entries = form ? [...new FormData(form)] : [];
    return Object.fromEntries(
      entries.filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string' && ['next', 'name'].includes(entry[0]),
      ),
    );
  }

  async #post(address: string | undefined, body: unknown): Promise<unknown> {
    const answer = await fetch(address ?? '', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'x-csrf-token': this.dataset.csrf ?? '',
      },
      body: JSON.stringify(body),
    });
    const content = (await answer.json()) as { title?: string };
    if (!answer.ok) throw new Refused(content.title ?? '');
    return content;
  }

  #reason(error: unknown): string {
    if (error instanceof Refused && error.message) return error.message;
    const left = error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError');
    return (left ? this.dataset.left : this.dataset.failed) ?? '';
  }

  #say(text: string): void {
    const place = this.querySelector('[role="status"]');
    if (place) place.textContent = text;
  }
}

class Refused extends Error {}

export class PasskeySignIn extends Passkey {
  protected override ask(options: Parameters<typeof startAuthentication>[0]['optionsJSON']): Promise<unknown> {
    return startAuthentication({ optionsJSON: options });
  }
}

export class PasskeyRegister extends Passkey {
  protected override ask(options: Parameters<typeof startRegistration>[0]['optionsJSON']): Promise<unknown> {
    return startRegistration({ optionsJSON: options });
  }
}
