/** Why no badge was found in what somebody brought, as ICU messages. Codes are API: add, never rename. */
export const readingSentences = {
  'import.picture-without-badge':
    'This {kind} picture holds no badge. Phones, messengers, social networks and screenshots save pictures anew and drop the badge inside.',
  'import.other-picture':
    'This is a {kind} picture. Badges travel in PNG or SVG pictures only: whatever made a {kind} of it dropped the badge inside.',
  'import.damaged-picture': 'This {kind} picture is damaged or cut off, so the badge in it cannot be read.',
  'import.badge-too-large': 'The badge in this file is larger than any real badge, so it is not read.',
  'import.svg-with-entities':
    'This SVG declares entities of its own, which can be used for attacks, so it is not read.',
  'import.too-large': 'This file is larger than {limit}, so it is not read.',
  'import.too-many-files': 'This file holds more than {limit} files, so it is not read.',
  'import.too-deep': 'This JSON is nested deeper than any real badge, so it is not read.',
  'import.broken-json': 'This JSON is broken: something is missing or cut off.',
  'import.web-page': 'This is a web page and not a badge.',
  'import.wallet-invitation':
    'This is an invitation to a wallet ({kind}) and not a badge: it asks a wallet to fetch or to show one.',
  'import.compressed-code':
    'This is a badge compressed for a QR code ({kind}), a form that only the app that made it can unfold.',
  'import.container-without-badge': 'No badge was found in this {kind} file.',
  'import.container-encrypted': 'This {kind} file is encrypted, so nothing in it can be read.',
  'import.container-not-read':
    'Badges inside this {kind} file are not yet read: it is encrypted, damaged or of an unusual form.',
  'import.empty': 'There is nothing in it.',
  'import.not-understood': 'This is not understood as a badge ({kind}).',
} as const satisfies Record<string, string>;

/** Why no badge was found: stable codes, each with its English sentence. */
/** Why nothing was found: stable codes, each with its sentence in `readingSentences`. */
export type ReadingProblem = keyof typeof readingSentences;

/** What the reader can do about it, by code. */
export const readingRemedies: Partial<Record<ReadingProblem, string>> = {
  'import.picture-without-badge':
    'Ask for the original file or for the link, or download it again from where it was issued.',
  'import.other-picture':
    'Ask for the original PNG or SVG file or for the link, or download it again from where it was issued.',
  'import.damaged-picture': 'Download the picture again from where it was issued.',
  'import.svg-with-entities': 'Ask for the badge as PNG or JSON, or have the drawing saved without its DOCTYPE.',
  'import.too-many-files': 'Unpack it and take the badge files by themselves.',
  'import.broken-json': 'Copy the whole text again, from the first brace to the last.',
  'import.web-page': 'Look on the page for a link or a button that gives the badge as a file.',
  'import.wallet-invitation': 'Open it with a wallet, then take the badge out of the wallet as a file or a link.',
  'import.compressed-code': 'Take the badge out of that app as a file or a link.',
  'import.container-without-badge': 'Take the badge file itself: a PNG, an SVG or a JSON file.',
  'import.container-encrypted': 'Save it without a password first, or take the badge file out of it.',
  'import.container-not-read': 'Take the badge file out of it first.',
};
