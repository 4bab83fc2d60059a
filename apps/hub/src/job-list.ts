import type { Job } from './kernel/jobs.ts';
import { sweepSessions } from './modules/accounts/index.ts';
import { checkRows, forgetUnclaimed, noteLetter, noteSent, sendRows } from './modules/awards/index.ts';
import { sweepInvitations } from './modules/organizations/index.ts';
import { sweepVerifications } from './modules/verifier/index.ts';
import { sweepFiles } from './platform/files.ts';
import { makeSendDue, type OnLetterState } from './platform/mail-sending.ts';
import { sweepPictures } from './platform/pictures/sweep-pictures.ts';
import { sweepRateLimits } from './platform/rate-limit.ts';

/** Who wants to know what became of a letter. */
const letterListeners: OnLetterState[] = [noteLetter];

/** The job that sends letters. */
export const sendDue = makeSendDue(async (app, tx, letter) => {
  for (const listener of letterListeners) await listener(app, tx, letter);
});

/** Every kind of work that this program does after requests. */
export const jobList: Job[] = [
  sendDue,
  sweepFiles,
  sweepPictures,
  sweepRateLimits,
  sweepSessions,
  sweepInvitations,
  sweepVerifications,
  noteSent,
  forgetUnclaimed,
  checkRows as Job,
  sendRows as Job,
];
