import { cpuMicros, serveCommands } from "../../../dist/scripts/bench/child-process.js";
import { startSocketIo } from "./socket-io-node.mjs";

serveCommands({
  start: async () => ({ url: await startSocketIo() }),
  cpu: () => cpuMicros(),
  memory: () => process.memoryUsage.rss(),
});
