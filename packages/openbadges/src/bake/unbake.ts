import { declaredText } from '../import/declared-text.ts';
import { decodeText } from '../import/decode-text.ts';
import { fileKind } from '../import/file-kind.ts';
import { nothingRead } from '../import/nothing-read.ts';
import type { Unbaked } from './badge-carriers.ts';
import { unbakePng } from './unbake-png.ts';
import { unbakeSvg } from './unbake-svg.ts';

/**
 * Takes all badges out of a picture, whatever it is called: its bytes decide. A picture of a kind that carries no
 * badges (JPEG, WebP, GIF, HEIC …) is named. For other files there is `readBadge`.
 */
export function unbake(picture: Uint8Array): Unbaked {
  const kind = fileKind(picture);
  if (kind === 'png') return unbakePng(picture);
  if (kind === 'pdf' || kind === 'zip' || kind === 'unknown') return nothingRead('import.not-understood', { kind });
  if (kind !== 'text') return nothingRead('import.other-picture', { kind });
  const text = decodeText(picture) ?? declaredText(picture);
  if (text === undefined || !/<(\w+:)?svg[\s/>]/.test(text)) return nothingRead('import.not-understood', { kind });
  return unbakeSvg(text.replace(/^\uFEFF/, ''));
}
