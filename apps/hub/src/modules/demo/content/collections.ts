/** What people arranged to be shown. */
export interface DemoCollection {
  person: string;
  title: string;
  text: string;
  visibility: 'private' | 'link' | 'public';
  made: number;
}

export const collections: DemoCollection[] = [
  {
    person: 'noor',
    title: 'What the evening hour taught me',
    text: 'I came to the radio to make tea. These are the things that I learned between two records.\n\nThe newest stands first.',
    visibility: 'public',
    made: 11,
  },
  {
    person: 'noor',
    title: 'For the harbour master',
    text: 'You asked what I can do on a boat that is on fire.',
    visibility: 'link',
    made: 9,
  },
  {
    person: 'jun',
    title: 'Bench and bedside',
    text: 'Things mended, and people held together until somebody else came.',
    visibility: 'public',
    made: 16,
  },
  {
    person: 'kofi',
    title: 'Before the microphone',
    text: 'What you do not hear when you hear me.',
    visibility: 'public',
    made: 23,
  },
  { person: 'thuy', title: 'Not finished', text: '', visibility: 'private', made: 8 },
  {
    person: 'marisol',
    title: 'Three summers',
    text: 'Peas, patience and a few papers.',
    visibility: 'link',
    made: 14,
  },
];
