import { createServer, type Server } from "node:net";

// Test files run side by side, each in its own process, and so may whole test runs on one machine. A port that was found
// free is soon used, but not at once, and a node that is killed comes back to its own: so each process has blocks of ports
// that are nobody else's as long as it lives, by listening on a block's guard. All are below those that systems give to
// outgoing connections.

const FIRST_GUARD = 23_700;
const FIRST_PORT = 24_000;
const BLOCK_PORTS = 20;
/** A node's gRPC port is so far above its port when nothing else is said: these ports are a block's as well. */
const GRPC_OFFSET = 1_000;
const BLOCKS_BELOW_OFFSET = GRPC_OFFSET / BLOCK_PORTS;
const BLOCKS = 4 * BLOCKS_BELOW_OFFSET;

let nextBlock = process.pid % BLOCKS;
const left: number[] = [];

/** @returns the first of 20 ports in a row that, with those 1,000 above them, are this process's until it ends */
export async function portBlock(): Promise<number> {
  for (let tried = 0; tried < BLOCKS; tried += 1) {
    const block = nextBlock;
    nextBlock = (nextBlock + 1) % BLOCKS;
    const guard = await listening(FIRST_GUARD + block);
    if (guard === undefined) continue;
    guard.unref();
    const inRange = block % BLOCKS_BELOW_OFFSET;
    return FIRST_PORT + ((block - inRange) / BLOCKS_BELOW_OFFSET) * 2 * GRPC_OFFSET + inRange * BLOCK_PORTS;
  }
  throw new Error(`all ${BLOCKS} blocks of ports are taken`);
}

/** Ports of 127.0.0.1 that nobody listens on; each is given out once. */
export async function freePorts(count: number): Promise<number[]> {
  const ports: number[] = [];
  while (ports.length < count) {
    if (left.length === 0) {
      const first = await portBlock();
      left.push(...Array.from({ length: BLOCK_PORTS }, (_, index) => first + index));
    }
    const port = left.shift()!;
    if (await isFree(port)) ports.push(port);
  }
  return ports;
}

/** The first of so many such ports in a row, as a mesh takes them. */
export async function freeRun(count: number): Promise<number> {
  for (;;) {
    const ports = await freePorts(count);
    if (ports.every((port, index) => port === ports[0]! + index)) return ports[0]!;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = await listening(port);
  if (server === undefined) return false;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return true;
}

/** @returns undefined when somebody listens there */
function listening(port: number): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}
