/** A note with a folded corner and a round hole: the badge that is cut out of it. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 40 40" aria-hidden="true">
      <path d="M3 3H37V27L27 37H3Z" fill="currentColor" />
      <path
        d="M37 27H29a2 2 0 0 0-2 2V37Z"
        fill="var(--paper)"
        stroke="currentColor"
        stroke-width="2"
        stroke-linejoin="round"
      />
      <circle cx="17.5" cy="18" r="8" fill="var(--paper)" />
    </svg>
  );
}
