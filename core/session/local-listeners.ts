import type { ChannelId } from "../message/channel-id.js";
import type { Message } from "../message/message.js";

export type LocalListener = (message: Message) => void;

/** Who in this process listens to which channel or wildcard, and hands out what arrives. */
export class LocalListeners {
  readonly #byName = new Map<string, readonly LocalListener[]>();
  readonly #identify: (channel: string) => ChannelId | undefined;
  readonly #onError: (error: unknown) => void;

  /** @param onError - told of a listener that throws; the others are called all the same */
  constructor(identify: (channel: string) => ChannelId | undefined, onError: (error: unknown) => void) {
    this.#identify = identify;
    this.#onError = onError;
  }

  /** @returns whether it is the first of its name */
  add(name: string, listener: LocalListener): boolean {
    const before = this.#byName.get(name) ?? [];
    this.#byName.set(name, [...before, listener]);
    return before.length === 0;
  }

  /** @returns whether it was the last of its name; false when it was not there */
  remove(name: string, listener: LocalListener): boolean {
    const left = (this.#byName.get(name) ?? []).filter((other) => other !== listener);
    if (left.length === 0) return this.#byName.delete(name);
    this.#byName.set(name, left);
    return false;
  }

  /** Forgets all listeners of a name. */
  forget(name: string): void {
    this.#byName.delete(name);
  }

  clear(): void {
    this.#byName.clear();
  }

  receive(message: Message): void {
    const id = this.#identify(message.channel);
    if (id === undefined) return;
    for (const name of id.matching) {
      for (const listener of this.#byName.get(name) ?? []) {
        try {
          listener(message);
        } catch (error) {
          this.#onError(error);
        }
      }
    }
  }
}
