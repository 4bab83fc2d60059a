/** Why a letter did not go: a short code without anything personal in it. */
export interface Trouble {
  /** The server's: no letter would go now. The letter's: others may. */
  whose: 'server' | 'letter';
  code: string;
  forGood: boolean;
}

interface MailError extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
}

/** What nodemailer threw; everything that is not about mail passes through. */
export function readTrouble(error: unknown): Trouble {
  if (!isMailError(error)) throw error;
  const { code, command, responseCode } = error;
  // RFC 5321 §3.8: 421 closes the connection, whatever was asked
  const isAboutLetter =
    (code === 'EENVELOPE' && command !== 'MAIL FROM' && responseCode !== 421) || code === 'EMESSAGE';
  if (!isAboutLetter) return { whose: 'server', code: serverCode(error), forGood: false };
  // RFC 5321 §4.2.1: 4yz may be tried again, 5yz not
  return {
    whose: 'letter',
    code: responseCode ? `smtp-${responseCode}` : 'refused',
    forGood: !responseCode || responseCode >= 500,
  };
}

function isMailError(error: unknown): error is MailError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z0-9]+$/.test(error.code);
}

function serverCode({ code, command, responseCode }: MailError): string {
  if (command === 'MAIL FROM') return `sender-refused-${responseCode ?? 0}`;
  return `server-${(code ?? '').slice(1).toLowerCase()}`;
}
