import { connect, type Socket } from "node:net";

/** All connections of this process read into it: what is in it is gone when the next one reads. */
const SHARED = Buffer.allocUnsafe(256 * 1_024);
const NOTHING = Buffer.alloc(0);

/** What a connection does with what comes. */
export interface Reader {
  /** @returns how many of the bytes are done with; the others come again, with more behind them */
  read(bytes: Buffer): number;
  closed(reason: string): void;
}

/**
 * The client's end of a TCP connection, as cheap as Node has them: no stream of buffers, no events, nothing allocated for
 * what comes in one piece. A load generator on `ws` and `node:http` takes longer than the servers it is to measure.
 */
export class Connection {
  readonly #socket: Socket;
  readonly #reader: Reader;
  #rest = NOTHING;
  #isOver = false;
  #reason = "closed by the server";

  constructor(url: URL, reader: Reader) {
    this.#reader = reader;
    const onread = { buffer: SHARED, callback: (count: number): boolean => this.#received(count) };
    this.#socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true, onread });
    this.#socket.on("error", (error) => {
      this.#reason = error.message;
    });
    this.#socket.on("close", () => this.#isOver || reader.closed(this.#reason));
  }

  write(bytes: Buffer | string): void {
    this.#socket.write(bytes);
  }

  cork(): void {
    this.#socket.cork();
  }

  uncork(): void {
    this.#socket.uncork();
  }

  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  /** The reader is told nothing more. */
  close(): void {
    this.#isOver = true;
    this.#socket.destroy();
  }

  #received(count: number): boolean {
    const fresh = SHARED.subarray(0, count);
    const bytes = this.#rest.length === 0 ? fresh : Buffer.concat([this.#rest, fresh]);
    const done = this.#reader.read(bytes);
    this.#rest = done === bytes.length ? NOTHING : Buffer.from(bytes.subarray(done));
    return true;
  }
}
