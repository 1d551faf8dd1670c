import { AckClientExtension, BayeuxClient } from "/client/oortbus-client.js";

const LOBBY = "/chat/lobby";
const PRIVATE = "/chat/private";
const CHAT_SERVICE = "/service/chat";
const SETI_SERVICE = "/service/seti";

const ENDPOINT = new URL("/cometd", location.origin).href;
/** Failures in a row before the page looks for another node. */
const ATTEMPTS = 2;

/**
 * @typedef {import("./conversations.js").Person} Person
 * @typedef {{ url: string, isReady: boolean }} ChatNode
 * @typedef {{ node: string, nodes: ChatNode[], people: Person[], transport: string }} Welcome
 * @typedef {{ from: string, text: string, id: string }} ChatMessage
 *
 * @typedef {object} ConnectionListener
 * @property {(welcome: Welcome) => void} welcome - logged in, for the first time or anew
 * @property {() => void} online - what is sent now goes out
 * @property {() => void} offline - the connection is lost, and being made again
 * @property {(changes: Person[]) => void} people
 * @property {(nodes: ChatNode[]) => void} nodes
 * @property {(message: ChatMessage) => void} lobby
 * @property {(message: ChatMessage) => void} privately
 */

/** What the server answered to a message: refused for good, or for some other reason not delivered. */
export class NotDelivered extends Error {}

/**
 * A user's way to the chat. Stays with its node while that node can be reached; when it cannot, goes on with another one
 * of the cloud, under the same name. Behind a load balancer there is one address only, and the balancer picks the node.
 */
export class ChatConnection {
  #user;
  #listener;
  /** @type {BayeuxClient} */
  #client;
  /** URLs the present client tries. */
  #urls = [ENDPOINT];
  /** URLs of the other nodes that a page can use. */
  #others = [];
  #failures = 0;
  #isWelcome = false;

  /**
   * @param {string} user
   * @param {ConnectionListener} listener
   */
  constructor(user, listener) {
    this.#user = user;
    this.#listener = listener;
  }

  get isOnline() {
    return this.#isWelcome && this.#client.state === "connected";
  }

  /** @returns {Promise<void>} settled with the first login; rejects when the server refuses the name */
  async open() {
    await this.#connect();
  }

  close() {
    void this.#client?.disconnect();
  }

  /**
   * Says something to everybody.
   * @param {{ text: string, id: string }} message
   * @throws NotDelivered when the server refuses; another error when it is not known whether the message arrived
   */
  async say({ text, id }) {
    await this.#publish(LOBBY, { from: this.#user, text, id });
  }

  /**
   * Says something to one user, on whatever node he is.
   * @param {string} to
   * @param {{ text: string, id: string }} message
   * @returns {Promise<number>} pages it reached
   * @throws as `say`, and NotDelivered when the user is not there
   */
  async whisper(to, { text, id }) {
    const reply = await this.#publish(SETI_SERVICE, { to, channel: PRIVATE, data: { text, id } });
    const { delivered = 0, unknown = [] } = reply.ext?.seti ?? {};
    if (unknown.length > 0) throw new NotDelivered("Not delivered: nobody of that name is online.");
    if (delivered === 0) throw new NotDelivered("Not confirmed: it may have arrived or not.");
    return delivered;
  }

  async #publish(channel, data) {
    try {
      return await this.#client.publish(channel, data);
    } catch (error) {
      if (error.code !== "refused" && error.code !== "too_large") throw error;
      throw new NotDelivered(`Not sent: ${reasonOf(error)}.`, { cause: error });
    }
  }

  #connect() {
    const client = new BayeuxClient({
      urls: this.#urls,
      minRetryMs: 250,
      maxRetryMs: 5_000,
      connectHoldMs: 10_000, // so that a node that fell silent is noticed soon
      maxNetworkDelayMs: 5_000,
      connectTimeoutMs: 4_000,
      attemptsPerUrl: ATTEMPTS,
    });
    this.#client = client;
    this.#isWelcome = false;
    client.addExtension(new AckClientExtension()); // nothing is lost while the session lives
    client.subscribe(LOBBY, ({ data }) => {
      if (isChatMessage(data)) this.#listener.lobby(data);
    });
    client.addListener(PRIVATE, ({ data }) => {
      const message = { from: data?.from, text: data?.data?.text, id: data?.data?.id };
      if (isChatMessage(message)) this.#listener.privately(message);
    });
    client.addListener(CHAT_SERVICE, ({ data }) => this.#told(data));
    client.onHandshakeReply(({ successful }) => {
      if (!successful) return;
      this.#isWelcome = false;
      client.publish(CHAT_SERVICE, { type: "hello" });
    });
    client.onState((state) => this.#moved(client, state));
    return client.handshake({ ext: { authentication: { user: this.#user } } });
  }

  #moved(client, state) {
    if (client !== this.#client) return;
    if (state === "connected") {
      this.#failures = 0;
      if (this.#isWelcome) this.#listener.online();
    }
    if (state !== "unconnected") return;
    this.#failures += 1;
    this.#listener.offline();
    if (this.#failures >= ATTEMPTS && this.#others.some((url) => !this.#urls.includes(url))) this.#goElsewhere();
  }

  /** A client keeps the URLs it began with. These are more, and the one that failed comes last. */
  #goElsewhere() {
    const failed = this.#client.url;
    this.#urls = [...new Set([...shuffled(this.#others), ...this.#urls])].filter((url) => url !== failed);
    this.#urls.push(failed);
    this.#client.abort();
    this.#connect().catch(() => this.#listener.offline());
  }

  #told(data) {
    switch (data?.type) {
      case "welcome": {
        const welcome = { ...data, transport: this.#client.transportName };
        this.#isWelcome = true;
        this.#learn(data.node, data.nodes);
        this.#listener.welcome(welcome);
        if (this.isOnline) this.#listener.online();
        return;
      }
      case "people":
        return this.#listener.people(data.people);
      case "nodes":
        this.#learn(data.node, data.nodes);
        return this.#listener.nodes(data.nodes);
    }
  }

  /** Other nodes are of use only if this page came to its own node without a balancer between. */
  #learn(own, nodes) {
    const isDirect = isSamePlace(own, this.#client.url);
    const others = isDirect ? nodes.filter(({ url, isReady }) => isReady && url !== own) : [];
    this.#others = others.map(({ url }) => url).filter((url) => new URL(url).protocol === location.protocol);
  }
}

function isChatMessage(data) {
  return [data?.from, data?.text, data?.id].every((field) => typeof field === "string" && field !== "");
}

/** `localhost` and `127.0.0.1` are two names of one place. */
function isSamePlace(one, other) {
  const [a, b] = [new URL(one), new URL(other)];
  const host = ({ hostname }) => (["localhost", "[::1]"].includes(hostname) ? "127.0.0.1" : hostname);
  return host(a) === host(b) && a.port === b.port;
}

/** So that not every page of a dead node goes to the same next one. */
function shuffled(list) {
  const order = new Map(list.map((item) => [item, Math.random()]));
  return [...list].sort((a, b) => order.get(a) - order.get(b));
}

/** The part of the server's `code:arguments:text` that is for people. */
function reasonOf({ reply, message }) {
  const [, args = "", text = ""] = /^\d+:([^:]*):(.*)$/s.exec(reply?.error ?? "") ?? [];
  return (args || text || message).replaceAll("_", " ");
}
