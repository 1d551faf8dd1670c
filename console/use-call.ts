import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Api, Calls } from "./api.js";
import { CallError } from "./api.js";

export interface CallState<T> {
  /** The last answer; stays while the next one is on its way, and when it is refused. */
  readonly data: T | undefined;
  readonly error: CallError | undefined;
  reload(): void;
}

/**
 * Calls, and calls again when the request changes and, if wanted, every so often while the page is looked at.
 * @param request - undefined: nothing is asked yet
 */
export function useCall<Name extends keyof Calls>(
  api: Api,
  name: Name,
  request: Calls[Name][0] | undefined,
  everyMs?: number,
): CallState<Calls[Name][1]> {
  const [data, setData] = useState<Calls[Name][1]>();
  const [error, setError] = useState<CallError>();
  const [round, setRound] = useState(0);
  const key = request === undefined ? undefined : JSON.stringify(request);
  const lastKey = useRef(key);
  useEffect(() => {
    if (lastKey.current !== key) {
      lastKey.current = key;
      setData(undefined);
      setError(undefined);
    }
    if (key === undefined) return;
    const abort = new AbortController();
    let timer: number | undefined;
    const again = (): void => {
      if (everyMs !== undefined) timer = window.setTimeout(() => (document.hidden ? again() : ask()), everyMs);
    };
    const ask = (): void => {
      api
        .call(name, JSON.parse(key) as Calls[Name][0], abort.signal)
        .then(
          (answer) => {
            setData(answer);
            setError(undefined);
          },
          (failure: unknown) => {
            if (!abort.signal.aborted)
              setError(failure instanceof CallError ? failure : new CallError(0, String(failure)));
          },
        )
        .finally(() => {
          if (!abort.signal.aborted) again();
        });
    };
    ask();
    return () => {
      abort.abort();
      window.clearTimeout(timer);
    };
  }, [api, name, key, everyMs, round]);
  const reload = useCallback(() => setRound((last) => last + 1), []);
  return { data, error, reload };
}
