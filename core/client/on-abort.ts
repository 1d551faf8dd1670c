/** Acts once the signal, if there is one, is aborted; at once if it is already. */
export function onAbort(signal: AbortSignal | undefined, act: () => void): void {
  if (signal?.aborted) act();
  else signal?.addEventListener("abort", act); // comes once
}
