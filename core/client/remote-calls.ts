import type { Clock, Timer } from "../clock.js";
import type { Message } from "../message/message.js";
import { ClientError, refusal } from "./client-error.js";
import { handledPromise } from "./handled-promise.js";
import { onAbort } from "./on-abort.js";
import type { ClientRequest } from "./pending-requests.js";

interface Call {
  resolve(data: unknown): void;
  reject(error: ClientError): void;
  timer: Timer | undefined;
}

/**
 * Remote calls on their way (spec 8.4): a publish on `/service/<target>`, whose result is a message on the same channel
 * with the same id, apart from the publish's own reply.
 */
export class RemoteCalls {
  readonly #clock: Clock;
  readonly #calls = new Map<string, Call>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Calls whose request has been sent. */
  get size(): number {
    return this.#calls.size;
  }

  /**
   * @param timeoutMs - how long to wait for the result; 0 or less: for ever
   * @param signal - aborted when the result is not wanted any more
   * @returns the result's `data`; rejects with a ClientError
   */
  call(
    target: string,
    data: unknown,
    timeoutMs: number,
    signal: AbortSignal | undefined,
    send: (request: ClientRequest) => void,
  ): Promise<unknown> {
    const { promise, resolve, reject } = handledPromise<unknown>();
    let id: string | undefined;
    let isSettled = false;
    const settle = (): void => {
      isSettled = true;
      call.timer?.cancel();
      signal?.removeEventListener("abort", abort);
      if (id !== undefined) this.#calls.delete(id);
    };
    const call: Call = {
      resolve: (result) => {
        settle();
        resolve(result);
      },
      reject: (error) => {
        settle();
        reject(error);
      },
      timer: undefined,
    };
    if (timeoutMs > 0) {
      call.timer = this.#clock.schedule(timeoutMs, () => call.reject(new ClientError("timeout", "406::timeout")));
    }
    const abort = (): void => call.reject(signal?.reason as ClientError);
    onAbort(signal, abort);
    send({
      message: { channel: `/service/${target}`, data },
      departing: (given) => {
        if (isSettled) return false;
        id = given;
        this.#calls.set(id, call);
        return true;
      },
      resolve: () => {}, // received, not answered
      reject: (error) => call.reject(error),
    });
    return promise;
  }

  /** Takes a result. @returns whether somebody waits for it */
  answer(id: string, message: Message): boolean {
    const call = this.#calls.get(id);
    if (call === undefined) return false;
    if (message.successful === true) call.resolve(message.data);
    else call.reject(refusal(message));
    return true;
  }

  /** The session is gone: whoever worked on these calls cannot answer any more. */
  rejectAll(error: ClientError): void {
    for (const call of [...this.#calls.values()]) call.reject(error);
  }
}
