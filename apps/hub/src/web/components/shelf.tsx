import type { Child } from 'hono/jsx';
import { BadgeImage } from './badge-image.tsx';

/** Many badges. */
export function Shelf({ children, label }: { children: Child; label?: string }) {
  return (
    <ul class="shelf" aria-label={label}>
      {children}
    </ul>
  );
}

export interface PlinthProps {
  href: string;
  image: string;
  name: Child;
  /** Maker, number, date. */
  children?: Child;
}

/** The whole stand leads to the badge; its name is said once. */
export function Plinth({ href, image, name, children }: PlinthProps) {
  return (
    <li>
      <a href={href}>
        <span class="plinth">
          <BadgeImage src={image} alt="" lazy />
        </span>
        <span class="label plinth__l">
          <b>{name}</b>
        </span>
      </a>
      {children ? <p class="label">{children}</p> : null}
    </li>
  );
}
