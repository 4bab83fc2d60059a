import { text, url } from './fields.ts';
import { record } from './record.ts';

/** What shows that it was earned (OB 3.0 Evidence). */
export interface EvidenceInput {
  /** URL or data: URI. */
  id?: string;
  /** Further types, as URLs. */
  types?: string[];
  name?: string;
  description?: string;
  /** Markdown. */
  narrative?: string;
  genre?: string;
  audience?: string;
}

export const evidenceClass = record<EvidenceInput>(['Evidence'], {
  id: url,
  name: text,
  description: text,
  narrative: text,
  genre: text,
  audience: text,
});
