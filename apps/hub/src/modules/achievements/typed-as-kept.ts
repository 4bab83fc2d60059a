import type { App } from '../../kernel/app.ts';
import { designFromSeed } from './design/index.ts';
import { type Typed, typedOf } from './form-model.ts';
import { madeAltText } from './made-alt-text.ts';
import type { Achievement } from './model.ts';

/** The editor's form as it would stand if nothing was typed; a text that the drawing makes by itself stays empty. */
export function typedAsKept(app: Pick<App, 'messages'>, achievement: Achievement): Typed {
  const typed = typedOf(achievement, designFromSeed(achievement.series));
  const isMade = typed.picture === 'design' && typed.imageAlt === madeAltText(app, typed);
  return isMade ? { ...typed, imageAlt: '' } : typed;
}
