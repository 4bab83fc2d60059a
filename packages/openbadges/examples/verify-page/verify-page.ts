import type { Check, Outcome, Report, Verdict } from 'openbadges';
import { browserEnvironment, verifyAll } from 'openbadges/browser';

const headlines: Record<Verdict, { words: string; mood: 'good' | 'bad' | 'open' }> = {
  valid: { words: '✓ Genuine, and it holds', mood: 'good' },
  invalid: { words: '✗ Not genuine', mood: 'bad' },
  revoked: { words: '✗ Revoked by its issuer', mood: 'bad' },
  suspended: { words: '‖ Suspended by its issuer', mood: 'bad' },
  expired: { words: '⌛ Expired', mood: 'open' },
  'not-yet-valid': { words: '⌛ Not valid yet', mood: 'open' },
  'could-not-check': { words: '? Could not check', mood: 'open' },
};
const ofSomebodyElse = { words: '✗ Not this person’s badge', mood: 'bad' };
const signs: Record<Outcome, string> = { passed: '✓', failed: '✗', warning: '!', skipped: '–', unknown: '?' };

const form = document.forms[0] as HTMLFormElement;
const answer = document.querySelector('#answer') as HTMLElement;
const fileField = form.elements.namedItem('badge') as HTMLInputElement;
const textField = form.elements.namedItem('text') as HTMLTextAreaElement;

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void show(fileField.files?.[0] ?? textField.value);
});
fileField.addEventListener('change', () => {
  const [file] = fileField.files ?? [];
  if (!file) return;
  textField.value = '';
  void show(file);
});
// What was brought last counts: the answer must not be about the file before.
textField.addEventListener('input', () => {
  fileField.value = '';
});
for (const type of ['dragover', 'dragleave', 'drop'] as const) {
  document.addEventListener(type, (event) => {
    event.preventDefault();
    document.body.classList.toggle('over', type === 'dragover');
    const file = type === 'drop' ? event.dataTransfer?.files[0] : undefined;
    if (!file) return;
    fileField.files = event.dataTransfer?.files ?? null;
    textField.value = '';
    void show(file);
  });
}

async function show(source: File | string): Promise<void> {
  const wishes = new FormData(form);
  const recipient = String(wishes.get('recipient')).trim();
  const environment = browserEnvironment({
    offline: wishes.get('online') === null,
    ...(recipient === '' ? {} : { recipient: [recipient] }),
  });
  answer.replaceChildren(element('p', 'Reading …'));
  const input = typeof source === 'string' ? source.trim() : new Uint8Array(await source.arrayBuffer());
  const reports = await verifyAll(input, environment);
  answer.replaceChildren(...reports.map(article));
}

function article({ verdict, badge, checks }: Report): HTMLElement {
  const { words, mood } = isOfSomebodyElse(checks) ? ofSomebodyElse : headlines[verdict];
  const whole = element('article', element('h2', words));
  whole.className = mood;
  if (badge) {
    const { name, issuer, recipient } = badge;
    const to = recipient.name ? ` to ${recipient.name}` : '';
    whole.append(element('p', element('strong', name), ` – given by ${issuer.name ?? issuer.id}${to}`));
  }
  // What an earlier answer made pointless would only hide that answer.
  const reached = checks.filter(({ code }) => !code.endsWith('.not-reached'));
  whole.append(element('ul', ...reached.map(item)));
  return whole;
}

/** A genuine badge of somebody else is not a forged one. */
function isOfSomebodyElse(checks: Check[]): boolean {
  const failed = checks.filter(({ outcome }) => outcome === 'failed' || outcome === 'unknown');
  return failed.length === 1 && failed[0]?.id === 'recipient' && failed[0].outcome === 'failed';
}

function item({ outcome, sentence, remedy }: Check): HTMLElement {
  const words = element('span', sentence);
  if (remedy) words.append(element('span', ` ${remedy}`));
  words.lastElementChild?.classList.add('remedy');
  return element('li', element('span', signs[outcome]), words);
}

/** What badges say is untrusted: it becomes text, never markup. */
function element(name: string, ...content: (string | Node)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}
