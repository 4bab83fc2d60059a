/** A value of a PDF (ISO 32000-2 §7.3). Dictionaries are maps by name, without the slash. */
export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfText
  | PdfReference
  | PdfStream
  | PdfValue[]
  | PdfDictionary;

export type PdfDictionary = Map<string, PdfValue>;

export class PdfName {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

export class PdfText {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

export class PdfReference {
  readonly number: number;
  readonly generation: number;

  constructor(number: number, generation: number) {
    this.number = number;
    this.generation = generation;
  }
}

export class PdfStream {
  readonly dictionary: PdfDictionary;
  /** Where its content begins in the file, in bytes. */
  readonly start: number;

  constructor(dictionary: PdfDictionary, start: number) {
    this.dictionary = dictionary;
    this.start = start;
  }
}

/** The file does not follow the rules at this place. */
export class PdfProblem extends Error {}
