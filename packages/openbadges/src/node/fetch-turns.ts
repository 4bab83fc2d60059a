/** Bounds how much goes on at once, in all and for each host. `take` resolves with what ends the turn. */
export function fetchTurns({ inAll, forEach }: { inAll: number; forEach: number }): {
  take(host: string): Promise<() => void>;
} {
  const running = new Map<string, number>();
  const waiting: { host: string; start: () => void }[] = [];
  let total = 0;

  const mayStart = (host: string) => total < inAll && (running.get(host) ?? 0) < forEach;

  function begin(host: string): void {
    total += 1;
    running.set(host, (running.get(host) ?? 0) + 1);
  }

  function end(host: string): void {
    total -= 1;
    const left = (running.get(host) ?? 1) - 1;
    if (left > 0) running.set(host, left);
    else running.delete(host);
    const next = waiting.findIndex((turn) => mayStart(turn.host));
    if (next >= 0) waiting.splice(next, 1)[0]?.start();
  }

  return {
    take(host) {
      return new Promise((resolve) => {
        const start = () => {
          begin(host);
          resolve(() => end(host));
        };
        if (mayStart(host)) start();
        else waiting.push({ host, start });
      });
    },
  };
}
