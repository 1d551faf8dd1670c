/** A node with Seti as a process of its own, for tests that kill it: `node seti-process.js PORT USER SEED...`. */
import { createServer } from "node:http";
import { StaticDiscovery } from "../../cluster/discovery/static-discovery.js";
import { Oort } from "../../cluster/oort.js";
import { BayeuxServer } from "../../core/server/bayeux-server.js";
import { WebSocketTransport } from "../../core/transport/websocket-transport.js";
import { Seti } from "../../seti/seti.js";
import { SECRET } from "../cluster/start-oort.js";

const [port, user, ...urls] = process.argv.slice(2);
const bayeux = new BayeuxServer();
const websocket = new WebSocketTransport(bayeux);
const http = createServer((_, response) => void response.writeHead(404).end());
http.on("upgrade", (request, socket, head) => websocket.upgrade(request, socket, head));
bayeux.start();
http.listen(Number(port), "127.0.0.1", () => {
  const oort = new Oort(bayeux, { url: `http://127.0.0.1:${port}/cometd`, secret: SECRET });
  const seti = new Seti(bayeux, oort);
  oort.addDiscovery(new StaticDiscovery({ urls, announceMs: 1_000 }));
  oort.start();
  seti.start();
  const local = bayeux.newLocalSession("user");
  local.handshake();
  seti.associate(user ?? "", local.session);
  process.send?.("up");
});
process.on("disconnect", () => process.exit());
