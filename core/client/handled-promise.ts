import type { ClientError } from "./client-error.js";

/** A promise, and what settles it. */
export interface HandledPromise<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: ClientError) => void;
}

/** A promise whose rejection, if nobody looks at it, does not end the process. */
export function handledPromise<T>(): HandledPromise<T> {
  let resolve!: (value: T) => void;
  let reject!: (error: ClientError) => void;
  const promise = new Promise<T>((onValue, onError) => {
    resolve = onValue;
    reject = onError;
  });
  promise.catch(() => {});
  return { promise, resolve, reject };
}
