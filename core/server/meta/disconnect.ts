import type { Exchange } from "../exchange.js";

/**
 * `/meta/disconnect`: ends the session at once. Its held connect is answered first, and both answers are owed: the JS
 * client closes its socket only when it has them.
 * @see spec/bayeux.md section 9
 */
export function disconnect(exchange: Exchange): void {
  exchange.reply.successful = true;
  exchange.session!.end("disconnected", { reconnect: "none" });
}
