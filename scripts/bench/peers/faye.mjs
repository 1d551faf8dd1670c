import { createServer } from "node:http";
import faye from "faye";
import { cpuMicros, serveCommands } from "../../../dist/scripts/bench/child-process.js";

// Faye as its documentation has it: a NodeAdapter on a plain HTTP server, its memory engine.

const server = createServer();
new faye.NodeAdapter({ mount: "/cometd", timeout: 25 }).attach(server);

serveCommands({
  start: async () => {
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    return { url: `http://127.0.0.1:${server.address().port}/cometd` };
  },
  cpu: () => cpuMicros(),
  memory: () => process.memoryUsage.rss(),
});
