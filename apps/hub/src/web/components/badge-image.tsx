import type { Child } from 'hono/jsx';
import { classes } from './classes.ts';

export interface BadgeImageProps {
  src: string;
  /** Empty where the name stands beside it. */
  alt: string;
  /** Of `alt`, where it is not the page's. */
  lang?: string;
  /** 4, 5.5, 8, 9 and 23 rem. */
  size?: 's' | 'm' | 'base' | 'l' | 'xl';
  lazy?: boolean;
}

export function BadgeImage({ src, alt, lang, size = 'base', lazy }: BadgeImageProps) {
  return (
    <img
      class={classes('badge', size !== 'base' && `badge--${size}`)}
      src={src}
      alt={alt}
      lang={lang}
      width="400"
      height="400"
      loading={lazy ? 'lazy' : undefined}
      decoding="async"
    />
  );
}

/** One badge, hung. */
export function MountFrame({ children, empty }: { children?: Child; empty?: boolean }) {
  return <div class={classes('mountframe', empty && 'void')}>{children}</div>;
}
