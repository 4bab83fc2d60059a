import type { Child } from 'hono/jsx';
import { classes } from './classes.ts';
import { pickBy } from './pick-by.ts';

/** First letters of the first and the last word; one letter for one word. */
export function monogram(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : [words[0]];
  return letters
    .map((word) => (word ? (Array.from(word)[0] ?? '') : ''))
    .join('')
    .toLocaleUpperCase();
}

/** A monogram in one of three inks; the same person always has the same. */
export function Avatar({ name, id }: { name: string; id?: string }) {
  const look = pickBy(id ?? name, ['', 'avatar--b', 'avatar--c']);
  return (
    <span class={classes('avatar', look)} aria-hidden="true">
      {monogram(name)}
    </span>
  );
}

export function Who({
  name,
  id,
  href,
  children,
}: {
  name: string;
  id?: string;
  href?: string | undefined;
  children?: Child;
}) {
  return (
    <div class="who">
      <Avatar name={name} id={id} />
      <div>
        <p class="who__name">{href ? <a href={href}>{name}</a> : name}</p>
        {children ? <p class="who__from">{children}</p> : null}
      </div>
    </div>
  );
}
