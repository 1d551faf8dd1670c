/** A node as a process of its own, for tests that kill it: `node node-process.js PORT SEED...`. */
import { createServer } from "node:http";
import { StaticDiscovery } from "../../cluster/discovery/static-discovery.js";
import { Oort } from "../../cluster/oort.js";
import { BayeuxServer } from "../../core/server/bayeux-server.js";
import { HttpTransports } from "../../core/transport/http-transports.js";
import { WebSocketTransport } from "../../core/transport/websocket-transport.js";
import { SECRET } from "./start-oort.js";

const [port, ...urls] = process.argv.slice(2);
const bayeux = new BayeuxServer();
const websocket = new WebSocketTransport(bayeux);
const httpTransports = new HttpTransports(bayeux);
const http = createServer((request, response) => void httpTransports.handle(request, response));
http.on("upgrade", (request, socket, head) => websocket.upgrade(request, socket, head));
bayeux.start();
http.listen(Number(port), "127.0.0.1", () => {
  const oort = new Oort(bayeux, { url: `http://127.0.0.1:${port}/cometd`, secret: SECRET });
  oort.addDiscovery(new StaticDiscovery({ urls, announceMs: 1_000 }));
  // In this order: peers join when it has started, and its id is what is told first.
  process.send?.({ id: oort.id });
  oort.addListener({
    joined: ({ id }) => process.send?.({ event: `+${id}` }),
    left: ({ id }) => process.send?.({ event: `-${id}` }),
  });
  oort.start();
});
process.on("disconnect", () => process.exit());
