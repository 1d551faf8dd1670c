/** A value that may come later. Hot paths take the plain value and make no promise. */
export type Awaitable<T> = T | Promise<T>;

/** Goes on with `next` at once when the value is there, else when it comes. */
export function andThen<T, R>(value: Awaitable<T>, next: (value: T) => Awaitable<R>): Awaitable<R> {
  return value instanceof Promise ? value.then(next) : next(value);
}
