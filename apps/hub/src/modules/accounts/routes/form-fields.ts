import { z } from 'zod';
import { isTimeZone } from './choices.ts';

/** Never trimmed or changed: what was typed is the password. */
export const secretText = z.string().min(1).max(1000);
export const optionalSecretText = z.string().max(1000).default('');
export const timeZone = z.string().refine(isTimeZone, 'form.invalid-value');
export const locale = z.string().regex(/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/, 'form.invalid-value');
/** Where to go afterwards; `localPath` decides whether it is one of ours. */
export const next = z.string().max(2000).optional();
