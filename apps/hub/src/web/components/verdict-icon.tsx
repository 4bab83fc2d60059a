/** `none`: nothing was claimed or asked, so nothing was looked at. */
export type Tone = 'yes' | 'warn' | 'no' | 'unknown' | 'none';

/** Five shapes, so that the answer can be read in one ink. */
export function VerdictIcon({ tone, class: name }: { tone: Tone; class?: string }) {
  return (
    <svg class={name} viewBox="0 0 24 24" aria-hidden="true">
      {shapes[tone]()}
    </svg>
  );
}

const shapes: Record<Tone, () => unknown> = {
  yes: () => (
    <>
      <circle cx="12" cy="12" r="10" fill="currentColor" />
      <path d="M7 12.5l3.4 3.4L17 9" fill="none" stroke="var(--paper)" stroke-width="2.4" />
    </>
  ),
  warn: () => (
    <>
      <path d="M12 2L23 21.5H1Z" fill="currentColor" />
      <path d="M12 9v6M12 16.8v2.2" stroke="var(--paper)" stroke-width="2.3" />
    </>
  ),
  no: () => (
    <>
      <path d="M7.8 2h8.4L22 7.8v8.4L16.2 22H7.8L2 16.2V7.8Z" fill="currentColor" />
      <path d="M8 8l8 8M16 8l-8 8" stroke="var(--paper)" stroke-width="2.4" />
    </>
  ),
  unknown: () => (
    <>
      <circle cx="12" cy="12" r="10" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="3.9 2.4" />
      <path
        d="M9 9.5C9 6 15 6 15 9.5c0 2.3-3 2.3-3 4.7M12 15.8v2"
        fill="none"
        stroke="currentColor"
        stroke-width="2.2"
      />
    </>
  ),
  none: () => (
    <>
      <circle cx="12" cy="12" r="9.5" fill="none" stroke="currentColor" stroke-width="1.5" />
      <path d="M7.5 12h9" stroke="currentColor" stroke-width="2" />
    </>
  ),
};
