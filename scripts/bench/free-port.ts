import { type AddressInfo, createServer } from "node:net";

/** A port of 127.0.0.1 that nobody listens on. A node must know its port before it listens: it is part of its name. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
