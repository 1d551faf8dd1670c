import { createServer } from "node:http";
import cometdServer from "cometd-nodejs-server";
import { cpuMicros, serveCommands } from "../../../dist/scripts/bench/child-process.js";

// The CometD project's own server for Node.js. It speaks long-polling only.

const cometd = cometdServer.createCometDServer({ timeout: 25_000 });
const server = createServer(cometd.handle);

serveCommands({
  start: async () => {
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    return { url: `http://127.0.0.1:${server.address().port}/cometd` };
  },
  cpu: () => cpuMicros(),
  memory: () => process.memoryUsage.rss(),
});
