import { type AlignmentTargetType, alignmentTargetTypes } from '../vocabulary.ts';
import { needed, text, url, word } from './fields.ts';
import { record } from './record.ts';

/** What a thing corresponds to in a framework of somebody else (OB 3.0 Alignment). */
export interface AlignmentInput {
  targetName: string;
  targetUrl: string;
  targetCode?: string;
  targetDescription?: string;
  targetFramework?: string;
  targetType?: AlignmentTargetType;
}

export const alignmentClass = record<AlignmentInput>(['Alignment'], {
  targetName: needed(text),
  targetUrl: needed(url),
  targetCode: text,
  targetDescription: text,
  targetFramework: text,
  targetType: word(alignmentTargetTypes),
});
