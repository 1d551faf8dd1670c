import { Socket } from "node:net";
import { BusNode } from "../bus-node.js";
import type { NodeConfig } from "../config.js";
import { ConfigError } from "../core/options.js";
import { addDemo } from "./demo/add-demo.js";
import { CONNECTION, type NodeNews } from "./node-news.js";

/** A stop that takes longer is cut off; a drain has its own limits on top. */
const HARD_STOP_MS = 5_000;

/**
 * Runs one node as this process: returns when it is ready, and ends the process with 0 after a clean stop, 1 when it
 * fails. SIGTERM drains the node and stops it, SIGINT stops it without draining; a second of these ends the process at once.
 * SIGHUP reads certificates again.
 * @throws ConfigError before anything listens
 */
export async function startNode(config: NodeConfig): Promise<void> {
  const bus = new BusNode(config);
  if (config.demo) await addDemo(bus);
  endWith(bus);
  tellParent(bus);
  takeFromParent(bus);
  try {
    await bus.start();
  } catch (error) {
    if (error instanceof ConfigError) {
      process.channel?.unref(); // or the mesh that started this process would keep it, and wait for it for ever
      throw error;
    }
    const { syscall, code, message } = error as NodeJS.ErrnoException;
    // A port that is taken, most often: no line of code is to blame, so no stack.
    if (syscall === "listen") bus.logger.error({ code }, `node cannot start: ${message}`);
    else bus.logger.error({ err: error }, "node cannot start");
    process.exit(1);
  }
}

function tellParent(bus: BusNode): void {
  const members = new Set<string>();
  const tell = (): void => {
    if (process.send === undefined || !process.connected) return;
    // It may be gone: `disconnect` tells.
    process.send({ state: bus.state, joined: members.size } satisfies NodeNews, () => {});
  };
  bus.onState(tell);
  bus.oort.addListener({
    joined: ({ url }) => {
      members.add(url);
      tell();
    },
    left: ({ url }) => {
      members.delete(url);
      tell();
    },
  });
}

/** Connections that a mesh accepted on the port that its nodes share. */
function takeFromParent(bus: BusNode): void {
  process.on("message", (message, handle) => {
    if (message === CONNECTION && handle instanceof Socket) bus.takeConnection(handle);
  });
}

/** Ties the node's end to the process's. */
function endWith(bus: BusNode): void {
  let stopping = false;
  const { timeoutMs, flushTimeoutMs } = bus.config.drain;
  const stop = async (cause: string, drains = false): Promise<void> => {
    if (stopping) process.exit(1);
    stopping = true;
    const afterMs = HARD_STOP_MS + (drains ? timeoutMs + flushTimeoutMs : 0);
    bus.logger.info({ cause, drains }, "stopping");
    setTimeout(() => {
      bus.logger.error({ afterMs }, "stop took too long, ending the process");
      process.exit(1);
    }, afterMs).unref();
    if (drains) await bus.drain();
    await bus.stop();
    process.exit(0);
  };
  const fail = (error: unknown): void => {
    bus.logger.error({ err: error }, "uncaught error");
    process.exit(1);
  };
  process.on("SIGTERM", () => void stop("SIGTERM", true).catch(fail));
  process.on("SIGHUP", () => bus.reloadCertificates());
  process.on("SIGINT", () => void stop("SIGINT").catch(fail));
  // The mesh that started this node is gone.
  process.on("disconnect", () => void stop("parent gone").catch(fail));
  process.on("uncaughtException", fail);
  process.on("unhandledRejection", fail);
}
