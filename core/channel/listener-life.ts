import type { ServerSession } from "../session/server-session.js";

/** What a listener lasts for, besides its channel; whichever ends first takes it away. */
export interface ListenerLife {
  /** The listener is of no use without this session: it goes when the session ends. */
  readonly session?: ServerSession;
  /** The listener goes when this is aborted. */
  readonly signal?: AbortSignal;
}

/**
 * Has `remove` called when the session ends or the signal is aborted; at once, if that has happened.
 * @returns a function that calls it now, once, and leaves nothing behind on either
 */
export function limitLife(remove: () => void, { session, signal }: ListenerLife): () => void {
  if (session === undefined && signal === undefined) return remove;
  const forgetSession = session?.onRemoved(() => end());
  const end = (): void => {
    forgetSession?.();
    signal?.removeEventListener("abort", end);
    remove();
  };
  signal?.addEventListener("abort", end, { once: true });
  if (session?.hasEnded || signal?.aborted) end();
  return end;
}
