import { BadgeImage, BadgePreview, MountFrame } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import { designFields, type Typed } from '../form-model.ts';

interface Props {
  p: Page;
  typed: Typed;
  upload?: string | undefined;
  madeAlt: string;
}

/** As large as a page shows it, and as small as a list does. */
export function DesignPreview({ p, typed, upload, madeAlt }: Props) {
  const isUpload = typed.picture === 'upload' && upload !== undefined;
  const src = isUpload ? upload : `/designer/preview.svg?${designQuery(typed)}`;
  const pictures = (
    <>
      <MountFrame>
        <BadgeImage src={src} alt={typed.imageAlt || (isUpload ? '' : madeAlt)} lang={typed.lang} size="xl" />
      </MountFrame>
      <p class="preview__small">
        <img src={src} alt="" width="32" height="32" />
        <span class="label">{p.t('achievements.preview.small')}</span>
      </p>
    </>
  );
  return (
    <aside class="preview" aria-label={p.t('achievements.preview')}>
      {isUpload ? (
        pictures
      ) : (
        <BadgePreview form="badge" only={designFields}>
          {pictures}
        </BadgePreview>
      )}
    </aside>
  );
}

export function designQuery(typed: Typed): string {
  return new URLSearchParams(designFields.map((field) => [field, typed[field]])).toString();
}
