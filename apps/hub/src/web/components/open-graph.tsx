import type { Page } from '../page.ts';

/** What a link looks like where people share it (ogp.me). */
export interface OpenGraph {
  title?: string;
  description?: string;
  /** Absolute address of a PNG, 1200 × 630. */
  image?: string;
  imageAlt?: string;
  type?: 'website' | 'article' | 'profile';
}

export function OpenGraphTags({
  p,
  title,
  description,
  image,
  imageAlt,
  type,
}: OpenGraph & { p: Page; title: string }) {
  return (
    <>
      <meta property="og:site_name" content={p.alliance.name} />
      <meta property="og:type" content={type ?? 'website'} />
      <meta property="og:title" content={title} />
      <meta property="og:url" content={p.url} />
      {description ? <meta property="og:description" content={description} /> : null}
      {image ? <meta property="og:image" content={image} /> : null}
      {image && imageAlt ? <meta property="og:image:alt" content={imageAlt} /> : null}
      <meta name="twitter:card" content={image ? 'summary_large_image' : 'summary'} />
    </>
  );
}
