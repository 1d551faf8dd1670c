import { type NodeTransportOptions, nodeTransports } from "../../core/client/node.js";
import type { ClientTransportFactory } from "../../core/client/transport/client-transport.js";
import type { BinarySocket, SocketWrap } from "./framed-link.js";

/** Makes the transports of one link. @param wrap - each WebSocket goes through it; undefined: it is used as it is */
export type LinkTransports = (wrap: SocketWrap | undefined) => readonly ClientTransportFactory[];

/** As any client's; with authorities or a certificate of its own a link is always a WebSocket. */
export function linkTransports(options: NodeTransportOptions): LinkTransports {
  const { tls } = options;
  return (wrap) => {
    const transports = nodeTransports({
      ...options,
      ...(wrap === undefined ? {} : { wrap: (socket) => wrap(socket as BinarySocket) }),
    });
    const isPlain = tls?.ca === undefined && tls?.cert === undefined;
    return isPlain ? transports : transports.filter(({ name }) => name === "websocket");
  };
}
