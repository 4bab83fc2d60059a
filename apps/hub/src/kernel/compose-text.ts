// UAX #15 §13: nobody writes more than 30 marks over one letter, and normalizing takes the square of their number
const tooManyMarks = /(\p{M}{30})\p{M}+/gu;

/** Text in a normalization form, in a time that grows with its length only: for whatever somebody else wrote. */
export function composeText(text: string, form: 'NFC' | 'NFKD' = 'NFC'): string {
  return text.replace(tooManyMarks, '$1').normalize(form);
}
