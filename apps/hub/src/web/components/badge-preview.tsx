import type { Child } from 'hono/jsx';

/** The drawing of the surrounding form (or of the form with this id), drawn again while one types. */
export function BadgePreview({
  form,
  src = '/designer/preview.svg',
  children,
}: {
  form?: string;
  src?: string;
  children: Child;
}) {
  return (
    <badge-preview data-src={src} data-form={form}>
      {children}
    </badge-preview>
  );
}
