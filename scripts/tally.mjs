/** Counts a report of vitest. A file that did not load, or a run that failed without a failed test, is a failure too. */
export function tallyOf({ testResults }, status) {
  const tally = { passed: 0, failed: 0, skipped: 0 };
  for (const { status: fileStatus, assertionResults } of testResults) {
    const before = tally.failed;
    for (const { status: outcome } of assertionResults) tally[columnOf(outcome)] += 1;
    if (fileStatus === 'failed' && tally.failed === before) tally.failed += 1;
  }
  if (status !== 0 && tally.failed === 0) tally.failed = 1;
  return tally;
}

function columnOf(outcome) {
  return outcome === 'passed' || outcome === 'failed' ? outcome : 'skipped';
}

export function addTallies(tallies) {
  const sum = (column) => tallies.reduce((total, tally) => total + tally[column], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

export function tallyLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
