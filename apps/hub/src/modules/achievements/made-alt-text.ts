import type { App } from '../../kernel/app.ts';
import { altTextFor, BadgeDesign } from './design/index.ts';
import { type DesignField, designAsTyped, type Typed } from './form-model.ts';

/** What the picture is said to show when nobody writes it: made of the drawing, in the badge's language. */
export function madeAltText(
  app: Pick<App, 'messages'>,
  typed: Partial<Pick<Typed, DesignField | 'name' | 'lang'>>,
): string {
  const design = BadgeDesign.safeParse(designAsTyped(typed));
  if (!design.success) return '';
  return altTextFor(design.data, typed.name?.trim() || undefined, (key, values) =>
    app.messages.say(typed.lang || 'en', key, values),
  );
}
