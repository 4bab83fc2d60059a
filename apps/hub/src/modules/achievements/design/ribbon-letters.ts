/** One letter of a laid word; lengths in ems, y upwards. */
export interface LaidLetter {
  x: number;
  width: number;
  /** SVG path data, each point put where `place` says. */
  draw(place: (x: number, y: number) => string): string;
}

/** The font of the ribbon, as far as a drawing needs it. */
export interface RibbonLetters {
  capHeight: number;
  /** Undefined when the font lacks a character. */
  lay(word: string): { letters: LaidLetter[]; width: number } | undefined;
}

let letters: RibbonLetters | undefined;

/** Called once when the program starts, so that a badge looks the same wherever it is drawn. */
export function useRibbonLetters(loaded: RibbonLetters): void {
  letters = loaded;
}

export function ribbonLetters(): RibbonLetters {
  if (!letters)
    throw new Error('No letters for ribbons: call useRibbonLetters(loadRibbonFont()) when the program starts');
  return letters;
}
