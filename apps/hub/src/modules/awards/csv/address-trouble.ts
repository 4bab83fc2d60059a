import { isEmailAddress } from '../../../kernel/addresses.ts';
import type { ProblemCode } from '../batch-model.ts';

/** In the template, to show how; whoever forgets to take it out is told. */
export const exampleAddress = 'somebody@example.org';

const slips: Record<string, string> = {
  'gmial.com': 'gmail.com',
  'gmai.com': 'gmail.com',
  'gmail.co': 'gmail.com',
  'gmail.con': 'gmail.com',
  'gnail.com': 'gmail.com',
  'hotmial.com': 'hotmail.com',
  'hotmail.con': 'hotmail.com',
  'hotmal.com': 'hotmail.com',
  'yaho.com': 'yahoo.com',
  'yahoo.con': 'yahoo.com',
  'outlok.com': 'outlook.com',
  'outlook.con': 'outlook.com',
  'iclod.com': 'icloud.com',
};

interface Trouble {
  code: ProblemCode;
  suggestion?: string;
}

/** What is wrong with an address, and what was probably meant; undefined when a letter can go there. */
export function addressTrouble(cell: string): Trouble | undefined {
  const address = plainAddress(cell);
  if (address === '') return { code: 'email-missing' };
  if (address === exampleAddress) return { code: 'email-example' };
  if (isEmailAddress(address)) return slipIn(address);
  for (const { code, mend } of mends) {
    const mended = mend(address);
    if (mended === address) continue;
    if (isEmailAddress(mended)) return { code, suggestion: mended };
  }
  if (!address.includes('@')) return { code: 'email-no-at' };
  if (/[,;\s]/.test(address) && address.split('@').length > 2) return { code: 'email-several' };
  return { code: 'email-malformed' };
}

/** `Wen <wen@example.org>` and `mailto:wen@example.org` are what address books copy. */
export function plainAddress(cell: string): string {
  const bracketed = /<([^<>]+)>\s*$/.exec(cell)?.[1] ?? cell;
  return bracketed
    .replace(/^mailto:/i, '')
    .trim()
    .toLowerCase();
}

function slipIn(address: string): Trouble | undefined {
  const [box = '', domain = ''] = address.split('@');
  const meant = slips[domain];
  return meant ? { code: 'email-typing', suggestion: `${box}@${meant}` } : undefined;
}

const mends: { code: ProblemCode; mend: (address: string) => string }[] = [
  { code: 'email-space', mend: (address) => address.replace(/\s+/g, '') },
  {
    code: 'email-dots',
    mend: (address) =>
      address
        .replace(/^[.,;:]+|[.,;:]+$/g, '')
        .replace(/\.{2,}/g, '.')
        .replace(/\.@/, '@'),
  },
  { code: 'email-comma', mend: (address) => address.replace(/[,;]/g, '.') },
  { code: 'email-no-at', mend: (address) => address.replace(/\s*[([{]?\s*(?:\bat\b|\(a\)|\*at\*)\s*[)\]}]?\s*/, '@') },
  { code: 'email-malformed', mend: (address) => address.replace(/@{2,}/, '@') },
  {
    code: 'email-malformed',
    mend: (address) =>
      address
        .replace(/["'()<>[\]\s]/g, '')
        .replace(/[.,;:]+$/, '')
        .replace(/,/g, '.'),
  },
];
