import { writeSync } from "node:fs";
import { Socket } from "node:net";
import type { Duplex } from "node:stream";

/** What Node keeps of a socket, and its types do not tell. */
interface WithHandle {
  readonly _handle?: { readonly fd?: number } | null;
}

/**
 * The writing end of a socket. Where nothing waits to be written, bytes are handed to the kernel by one system call, past
 * the stream, which makes objects and looks at state for each write; what the kernel does not take at once, and all else, is
 * the stream's. Whoever writes to the stream itself is not overtaken, since then something waits, or it is written.
 *
 * The number of the file is the socket's own as long as `_handle` is the one it was read of: Node closes the file in the
 * same step in which it takes the handle from the socket, and only of a socket that it calls destroyed, thus not writable.
 * So a number that was given to somebody else in the meantime is never written to; tests hold this in place.
 */
export class SocketOutput {
  readonly #socket: Duplex & WithHandle;
  readonly #handle: WithHandle["_handle"];
  /** -1: only the stream may write. */
  readonly #fd: number;

  constructor(socket: Duplex) {
    this.#socket = socket;
    this.#handle = isPlain(socket) ? (socket as WithHandle)._handle : undefined;
    this.#fd = this.#handle?.fd ?? -1;
  }

  /** What waits in the stream, in bytes. */
  get unsentBytes(): number {
    return this.#socket.writableLength;
  }

  write(bytes: Uint8Array): void {
    const taken = this.#isFree() ? this.#writeNow(bytes) : 0;
    if (taken === 0) this.#socket.write(bytes);
    else if (taken < bytes.length) this.#socket.write(bytes.subarray(taken));
  }

  /** What is written until `uncork` leaves together. */
  cork(): void {
    this.#socket.cork();
  }

  uncork(): void {
    this.#socket.uncork();
  }

  #isFree(): boolean {
    const socket = this.#socket;
    if (this.#fd < 0 || socket._handle !== this.#handle || !socket.writable) return false;
    return socket.writableLength === 0 && socket.writableCorked === 0;
  }

  /** @returns how many bytes the kernel has taken. Why it took none, the stream finds out for itself. */
  #writeNow(bytes: Uint8Array): number {
    try {
      return writeSync(this.#fd, bytes);
    } catch {
      return 0;
    }
  }
}

/** A TLS socket has the number of the file as well, and must not be written to by it: what Node makes of TCP alone is plain. */
function isPlain(socket: Duplex): boolean {
  return Object.getPrototypeOf(socket) === Socket.prototype;
}
