export { type AwardAchievement, awardAchievement } from './award-achievement.ts';
export { changeAward, type IssuerVerb } from './change-award.ts';
export { checkRows } from './check-batch.ts';
export { type ClaimCode, whyNotRedeem } from './code-model.ts';
export { findCode, findCodeById } from './code-store.ts';
export { forgetRecipient } from './forget-recipient.ts';
export { forgetUnclaimed } from './forget-unclaimed.ts';
export { claimTokenHash, makeAwards } from './make-awards.ts';
export { closeCode, type MakeCode, makeCode } from './make-code.ts';
export { type Award, type AwardState, type Evidence, isAccepted, possibleVerbs, type Recipient } from './model.ts';
export { noteLetter } from './note-letter.ts';
export { noteSent } from './note-sent.ts';
export { openBatch } from './open-batch.ts';
export { maySeeAward, whyNotAward } from './policy.ts';
export { rebindAward } from './rebind-award.ts';
export { type Redeemed, redeemCode } from './redeem-code.ts';
export { resendAward } from './resend-award.ts';
export { awardRoutes } from './routes.ts';
export { sendBatch, sendRows } from './send-batch.ts';
export {
  countAwardsByState,
  countHolders,
  findAward,
  findAwardByToken,
  listAwards,
  listWaitingFor,
  lockAward,
  markBounced,
  markOpened,
  markSent,
  updateAwardState,
} from './store.ts';
