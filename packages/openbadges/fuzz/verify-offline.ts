import { nodeTools } from '../src/node.ts';
import { checkIds } from '../src/verify/check.ts';
import { verify } from '../src/verify/verify.ts';

const environment = {
  fetch: async (url: string) => ({ ok: false as const, url, failure: 'unreachable' as const }),
  clock: () => new Date('2026-06-01T12:00:00Z'),
  tools: nodeTools(),
  recipient: ['a@example.org'],
};

/** The report on an input, with a world in which nobody answers; it must be complete whatever the input is. */
export async function verifyOffline(input: Uint8Array | string) {
  const report = await verify(input, environment);
  if (report.checks.length !== checkIds.length) throw new Error('the report is not complete');
  return report;
}
