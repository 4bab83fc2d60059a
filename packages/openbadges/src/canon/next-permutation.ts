/** Puts the numbers into the next order that differs, smallest first; false when there is none. */
export function nextPermutation(order: number[]): boolean {
  let pivot = order.length - 2;
  while (pivot >= 0 && (order[pivot] as number) >= (order[pivot + 1] as number)) pivot -= 1;
  if (pivot < 0) return false;
  let successor = order.length - 1;
  while ((order[successor] as number) <= (order[pivot] as number)) successor -= 1;
  swap(order, pivot, successor);
  for (let low = pivot + 1, high = order.length - 1; low < high; low += 1, high -= 1) swap(order, low, high);
  return true;
}

function swap(order: number[], a: number, b: number): void {
  const kept = order[a] as number;
  order[a] = order[b] as number;
  order[b] = kept;
}
