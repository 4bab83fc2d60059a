import type { Child } from 'hono/jsx';

/** The drawing of the surrounding form (or of the form with this id), drawn again while one types. */
export function BadgePreview({
  form,
  src = '/designer/preview.svg',
  only,
  children,
}: {
  form?: string;
  src?: string;
  /** The fields that the drawing is made of; otherwise all that are short. */
  only?: readonly string[];
  children: Child;
}) {
  return (
    <badge-preview data-src={src} data-form={form} data-only={only?.join(' ')}>
      {children}
    </badge-preview>
  );
}
