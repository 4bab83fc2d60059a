import { type DataModelCode, type DataModelProblemType, dataModelSentences } from './data-model-sentences.ts';

/** One rule of the VC data model that a document breaks. */
export interface DataModelProblem {
  /** Stable, for example `model.issuer-missing`. */
  code: DataModelCode;
  /** One plain English sentence. */
  sentence: string;
  /** RFC 6901 pointer into the document. */
  pointer: string;
  /** What whoever made the document can do. */
  remedy: string;
  /** RFC 9457 type of VC Data Model 2.0 §7.2. */
  problemType: DataModelProblemType;
}

/** A longer list tells nobody more, and a hostile document could make it endless. */
const most = 50;

/** Gathers problems; a good document costs nothing here. */
export class FoundProblems {
  readonly problems: DataModelProblem[] = [];

  add(code: DataModelCode, pointer: string, values: Record<string, string> = {}): void {
    if (this.problems.length >= most) return;
    const { sentence, remedy, problemType } = dataModelSentences[code];
    this.problems.push({ code, sentence: say(sentence, values), pointer, remedy: say(remedy, values), problemType });
  }

  get isFull(): boolean {
    return this.problems.length >= most;
  }
}

/** Values from a document are cut, so that no sentence becomes a page. */
function say(sentence: string, values: Record<string, string>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => (values[name] ?? 'the document').slice(0, 200));
}
