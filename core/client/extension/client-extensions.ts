import type { Message } from "../../message/message.js";
import type { ClientExtension } from "./client-extension.js";

/** The extensions of one client. Adding or removing one does not disturb a run that is under way. */
export class ClientExtensions {
  #extensions: readonly ClientExtension[] = [];
  readonly #onError: (error: unknown) => void;

  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
  }

  add(extension: ClientExtension): void {
    this.#extensions = [...this.#extensions, extension];
  }

  remove(extension: ClientExtension): void {
    this.#extensions = this.#extensions.filter((other) => other !== extension);
  }

  /** @returns false when an extension dropped the message */
  incoming(message: Message): boolean {
    return this.#run(this.#extensions, (extension) => extension.incoming?.(message));
  }

  /** @returns false when an extension dropped the message */
  outgoing(message: Message): boolean {
    return this.#run([...this.#extensions].reverse(), (extension) => extension.outgoing?.(message));
  }

  #run(extensions: readonly ClientExtension[], call: (extension: ClientExtension) => unknown): boolean {
    return extensions.every((extension) => {
      try {
        return call(extension) !== false;
      } catch (error) {
        this.#onError(error);
        return true;
      }
    });
  }
}
