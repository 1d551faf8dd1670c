import { BayeuxClient, pageTransports } from "/client/oortbus-client.js";

const TENNIS_SERVICE = "/service/tennis";
const ENDPOINT = new URL("/cometd", location.origin).href;
/** Tells the game's node that we are there, and us how far it is. */
const PING_MS = 1_000;

/** Transports of this browser by name, the preferred one first. Scripts are no way to play: they hold up the page. */
export const TRANSPORTS = pageTransports()
  .map(({ name }) => name)
  .filter((name) => name !== "callback-polling");

/**
 * @typedef {"left" | "right"} Side
 * @typedef {{ t: number, ball: number[], pads: number[], score: number[], rally: number, serveInMs: number,
 *   winner: Side | null }} Picture - as the game's node sends it; lists have the left side first
 * @typedef {object} TennisListener
 * @property {(transports: string[]) => void} offered - by the node
 * @property {(node: string, transport: string) => void} online
 * @property {() => void} offline - the connection is lost, and being made again
 * @property {(reason: string) => void} failed - the server lets us not in this way
 * @property {(seat: { id: string, side: Side, host: string }) => void} seated
 * @property {(reason: string) => void} refused
 * @property {(picture: Picture) => void} state
 * @property {(end: { reason: string, side?: Side }) => void} over
 * @property {(latencyMs: number) => void} latency - to the game's node and back, through ours
 */

/** A page's way to its node, over one transport or the first that works. */
export class TennisConnection {
  #client;
  #listener;
  #node;
  #pings;

  /**
   * @param {string} transport - one of TRANSPORTS, or "" for any
   * @param {TennisListener} listener
   */
  constructor(transport, listener) {
    this.#listener = listener;
    const transports = pageTransports().filter(({ name }) =>
      transport === "" ? TRANSPORTS.includes(name) : name === transport,
    );
    this.#client = new BayeuxClient(
      { url: ENDPOINT, minRetryMs: 250, maxRetryMs: 3_000, connectHoldMs: 10_000, maxNetworkDelayMs: 5_000 },
      { transports },
    );
    this.#client.addListener(TENNIS_SERVICE, ({ data }) => this.#told(data));
    this.#client.onHandshakeReply(({ successful, supportedConnectionTypes }) => {
      if (Array.isArray(supportedConnectionTypes)) listener.offered(supportedConnectionTypes);
      if (successful) this.say({ type: "hello" });
    });
    this.#client.onState((state) => {
      if (state === "connected" && this.#node !== undefined) listener.online(this.#node, this.#client.transportName);
      if (state === "unconnected") listener.offline();
    });
  }

  open() {
    this.#client.handshake().catch((error) => this.#listener.failed(error.message));
  }

  close() {
    clearInterval(this.#pings);
    return this.#client.disconnect();
  }

  /** @param {object} data - what the player wants; a refusal comes back as `refused` */
  say(data) {
    this.#client.publish(TENNIS_SERVICE, data).catch((error) => {
      if (data.type === "init" || data.type === "join") this.#listener.refused(reasonOf(error));
    });
  }

  #told(data) {
    switch (data?.type) {
      case "welcome":
        this.#node = data.node;
        return this.#listener.online(this.#node, this.#client.transportName);
      case "seated":
        this.#ping();
        return this.#listener.seated(data);
      case "state":
        return this.#listener.state(data);
      case "pong":
        return this.#listener.latency(performance.now() - data.at);
      case "refused":
        return this.#listener.refused(data.reason);
      case "over":
        clearInterval(this.#pings);
        return this.#listener.over(data);
    }
  }

  #ping() {
    const ping = () => {
      // What waits for a connection would say nothing of the way.
      if (this.#client.state === "connected") this.say({ type: "ping", at: performance.now() });
    };
    clearInterval(this.#pings);
    this.#pings = setInterval(ping, PING_MS);
    ping();
  }

  stopPlaying() {
    clearInterval(this.#pings);
    this.say({ type: "quit" });
  }
}

/** The part of the server's `code:arguments:text` that is for people. */
function reasonOf({ reply, message }) {
  return /^\d+:[^:]*:(.*)$/s.exec(reply?.error ?? "")?.[1] ?? message;
}
