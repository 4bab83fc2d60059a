/** What the thread that feeds a target tells the one that watches it, without either waiting for the other. */
export interface Progress {
  /** The input that is being fed, and since when (milliseconds of `Date.now`). */
  number: number;
  since: number;
  /** The longest that one took, in milliseconds, and which. */
  slowest: number;
  slowestNumber: number;
}

const places: Record<keyof Progress, number> = { number: 0, since: 1, slowest: 2, slowestNumber: 3 };

export function sharedProgress(memory = new SharedArrayBuffer(4 * 8)) {
  const cells = new Float64Array(memory);
  return {
    memory,
    read: (name: keyof Progress): number => cells[places[name]] as number,
    write(name: keyof Progress, value: number): void {
      cells[places[name]] = value;
    },
  };
}
