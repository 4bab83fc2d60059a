import type { Id } from '../../../kernel/ids.ts';

export const achievementPath = (id: Id<'ach'>) => `/achievements/${id}`;
export const badgePicture = (id: Id<'ach'>) => `/achievements/${id}/image.svg`;
export const awardPath = (id: Id<'ach'>) => `/achievements/${id}/award`;
export const awardsPath = (id: Id<'ach'>) => `/achievements/${id}/awards`;
export const codesPath = (id: Id<'ach'>) => `/achievements/${id}/codes`;
export const batchPath = (id: Id<'bat'>) => `/batches/${id}`;
export const progressPath = (id: Id<'bat'>) => `/batches/${id}/progress`;
