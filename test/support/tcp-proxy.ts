import { createServer, connect as dial, type Server, type Socket } from "node:net";
import type { TestContext } from "node:test";

/**
 * A TCP proxy on loopback that a test can make misbehave: stop passing bytes without closing anything, as a pulled cable
 * or a dropping firewall does, or reset every connection.
 */
export class TcpProxy {
  readonly #server: Server;
  readonly #target: { port: number };
  readonly #pairs = new Set<readonly [Socket, Socket]>();
  #isCut = false;

  private constructor(server: Server, target: { port: number }) {
    this.#server = server;
    this.#target = target;
    server.on("connection", (near) => this.#accept(near));
  }

  /** Listens on `port`, 0 for a free one; closed after the test. @param targetPort - may be set later by `target` */
  static async start(t: TestContext, targetPort = 0, port = 0): Promise<TcpProxy> {
    const server = createServer();
    const proxy = new TcpProxy(server, { port: targetPort });
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    t.after(() => proxy.close());
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as { port: number }).port;
  }

  /** Where connections made from now on go. */
  target(port: number): void {
    this.#target.port = port;
  }

  /** Bytes are swallowed in both directions; connections are accepted and stay silent. Nobody is told. */
  cut(): void {
    this.#isCut = true;
  }

  /** New connections work. Those of before stay dead, as they do when a firewall has lost its memory of them. */
  heal(): void {
    this.#isCut = false;
  }

  /** Every connection ends with a reset. */
  reset(): void {
    for (const [near, far] of [...this.#pairs]) {
      resetOrDestroy(near);
      resetOrDestroy(far);
    }
  }

  async close(): Promise<void> {
    this.reset();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #accept(near: Socket): void {
    const far = dial(this.#target.port, "127.0.0.1");
    const pair = [near, far] as const;
    this.#pairs.add(pair);
    let isDead = false;
    const pass = (from: Socket, to: Socket) => {
      from.on("data", (bytes) => {
        isDead ||= this.#isCut;
        if (!isDead) to.write(bytes);
      });
      from.on("end", () => {
        isDead ||= this.#isCut;
        if (!isDead) to.end();
      });
      from.on("error", () => {});
      from.on("close", () => {
        isDead ||= this.#isCut;
        if (isDead) return;
        to.destroy();
        this.#pairs.delete(pair);
      });
    };
    isDead ||= this.#isCut;
    pass(near, far);
    pass(far, near);
  }
}

/** Node cannot reset a socket that is just ending: it fails, keeps the handle, and the process never exits. */
function resetOrDestroy(socket: Socket): void {
  if (socket.writableEnded) socket.destroy();
  else socket.resetAndDestroy();
}
