import { createServer, type Socket } from "node:net";

/** Who can be given connections that this process accepted. */
export interface ConnectionTaker {
  /** Whether it serves clients now. */
  readonly isReady: boolean;
  /** @returns false when it cannot be given any; then the connection is still the caller's */
  take(socket: Socket): boolean;
}

/**
 * One port for all nodes of a mesh: accepts connections and hands each to the next node in turn, the socket itself and not
 * its bytes, so that a message never passes through this process. A client whose connections meet several nodes is served
 * all the same: a request for another node's session is relayed.
 */
export class SharedPort {
  readonly #takers: readonly ConnectionTaker[];
  // Nothing is read here: what a client sends first is for the node.
  readonly #server = createServer({ pauseOnConnect: true, noDelay: true }, (socket) => this.#handOver(socket));
  #next = 0;

  constructor(takers: readonly ConnectionTaker[]) {
    this.#takers = takers;
  }

  /** @throws Error when the address cannot be bound */
  listen(port: number, host: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen({ port, host }, () => {
        this.#server.off("error", reject);
        this.#server.on("error", (error) => console.error(`oortbus: port ${port}: ${error.message}`));
        resolve();
      });
    });
  }

  /** Accepts nothing more; connections that were handed over go on. */
  close(): void {
    this.#server.close();
  }

  #handOver(socket: Socket): void {
    socket.on("error", () => {}); // the client is gone; the node sees that by itself
    const { length } = this.#takers;
    const inTurn = Array.from({ length }, (_, index) => this.#takers[(this.#next + index) % length]!);
    this.#next = (this.#next + 1) % length;
    // One that is not ready says so to its clients, which is better than silence.
    const byReadiness = [...inTurn.filter((taker) => taker.isReady), ...inTurn.filter((taker) => !taker.isReady)];
    if (!byReadiness.some((taker) => taker.take(socket))) socket.destroy();
  }
}
