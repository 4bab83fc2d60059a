import { expect, it } from 'vitest';

import { addTallies, tallyLine, tallyOf } from './tally.mjs';

const file = (status, ...outcomes) => ({ status, assertionResults: outcomes.map((outcome) => ({ status: outcome })) });

it('counts what passed, failed and was skipped', () => {
  const report = { testResults: [file('passed', 'passed', 'skipped', 'todo'), file('failed', 'failed', 'passed')] };

  expect(tallyOf(report, 1)).toEqual({ passed: 2, failed: 1, skipped: 2 });
});

it('counts a file that does not load as a failure', () => {
  expect(tallyOf({ testResults: [file('failed')] }, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

it('counts a run that broke outside of its tests as a failure', () => {
  expect(tallyOf({ testResults: [file('passed', 'passed')] }, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  expect(tallyOf({ testResults: [] }, null)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

it('ends with one line that mentions skipped tests only when there are any', () => {
  const tallies = [
    { passed: 2, failed: 0, skipped: 0 },
    { passed: 1, failed: 1, skipped: 0 },
  ];

  expect(tallyLine(addTallies(tallies))).toBe('3 passed, 1 failed');
  expect(tallyLine({ passed: 1, failed: 0, skipped: 4 })).toBe('1 passed, 0 failed, 4 skipped');
});
