import { Plate } from '../components/index.ts';

const rooms: [string, string[]][] = [
  ['The room', ['paper', 'wall', 'mount', 'ink', 'ink-soft', 'ink-faint', 'rule-field']],
  ['What can be followed or done', ['accent', 'accent-ink', 'accent-wash']],
  ['Questions', ['note-yellow', 'note-rose', 'note-blue', 'note-ink', 'note-soft']],
  ['Verdicts', ['yes', 'warn', 'no', 'unknown', 'yes-wash', 'warn-wash', 'no-wash', 'unknown-wash']],
];

export function Tokens() {
  return (
    <Plate id="tokens" title="Tokens" label="One file, light and dark side by side. The switch is in the colophon.">
      <div class="stack">
        {rooms.map(([title, names]) => (
          <Swatches title={title} names={names} />
        ))}
        <h3>Six spaces</h3>
        <svg width="100%" height="60" aria-hidden="true">
          {[6, 12, 20, 32, 56, 92].map((size, index) => (
            <rect x={index * 110} y="0" width={size} height="24" fill="var(--ink)" />
          ))}
        </svg>
      </div>
    </Plate>
  );
}

function Swatches({ title, names }: { title: string; names: string[] }) {
  return (
    <>
      <h3>{title}</h3>
      <ul class="swatches">
        {names.map((name) => (
          <li>
            <svg width="96" height="56" aria-hidden="true">
              <rect x="0.5" y="0.5" width="95" height="55" fill={`var(--${name})`} stroke="var(--rule-field)" />
            </svg>
            <span class="caption">{name}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

export function Voices() {
  return (
    <Plate
      id="voices"
      title="Two voices, and a hand"
      label="Condensed for posters and numerals; the serif for reading; the hand for notes from a real wall only."
    >
      <div class="stack">
        <p class="poster">Poster 76%</p>
        <h2>A heading of the second order</h2>
        <h3>A heading of the third order</h3>
        <h4>A heading of the fourth order</h4>
        <p class="wall-text">
          Wall text: put it here and read the answer in plain words. We tell nobody that you asked.
        </p>
        <p>
          Reading text. For fifteen years people have asked who stands behind a badge, and issuers have answered by
          drawing <a href="#voices">partners’ logos</a> into the picture. <em>Nobody can check a picture.</em>{' '}
          <strong>Nobody can take it back.</strong> Öykü, Þórdís, Zofia and Nguyễn sign here.
        </p>
        <p class="ui">Interface text, 0123456789</p>
        <p class="caption">A caption, 12 March 2026, 41 people</p>
        <p class="mono">did:web:badges.example#key-1</p>
      </div>
    </Plate>
  );
}
