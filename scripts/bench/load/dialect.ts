/** How a server is spoken to over its WebSocket: as little as it takes. Texts are made by hand, and never parsed. */
export interface Dialect {
  urlOf(base: string, user: string | undefined): string;
  /** @param ask - sends a text; resolves with the next that comes. Without one, it waits for what comes by itself */
  open(ask: (text?: string) => Promise<string>, channels: readonly string[], user: string | undefined): Promise<Speech>;
}

/** What a client that is logged in says. */
export interface Speech {
  publish(channel: string, data: string): string;
  /** Several in one frame, where there is such a thing. */
  publishAll(channel: string, data: readonly string[]): readonly string[];
  sendTo(user: string, data: string): string;
  /** What the server waits for from time to time: a connect, a pong. */
  readonly first?: string;
  answer(frame: Buffer): string | undefined;
}

const CONNECT_REPLY = Buffer.from('"/meta/connect"');
const PING = 0x32;

export const bayeux: Dialect = {
  urlOf: (base) => base.replace(/^http/, "ws"),
  async open(ask, channels, user) {
    let lastId = 0;
    let clientId = "";
    const next = (): string => {
      lastId += 1;
      return `"id":"${lastId}"${clientId}`;
    };
    const request = async (message: string): Promise<{ clientId: string }> => {
      const [reply] = JSON.parse(await ask(`[{${message},${next()}}]`)) as [{ successful: boolean; clientId: string }];
      if (reply.successful !== true) throw new Error(`${message} failed: ${JSON.stringify(reply)}`);
      return reply;
    };
    const login = user === undefined ? "" : `,"ext":{"authentication":{"user":"${user}"}}`;
    const handshake = `"channel":"/meta/handshake","version":"1.0","supportedConnectionTypes":["websocket"]${login}`;
    clientId = `,"clientId":"${(await request(handshake)).clientId}"`;
    if (channels.length > 0) {
      await request(`"channel":"/meta/subscribe","subscription":${JSON.stringify(channels)}`);
    }
    await request('"channel":"/meta/connect","connectionType":"websocket","advice":{"timeout":0}');
    const message = (channel: string, data: string): string => `{"channel":"${channel}",${next()},"data":${data}}`;
    const connect = (): string => `[{"channel":"/meta/connect","connectionType":"websocket",${next()}}]`;
    return {
      publish: (channel, data) => `[${message(channel, data)}]`,
      publishAll: (channel, all) => [`[${all.map((data) => message(channel, data)).join(",")}]`],
      sendTo: (to, data) => `[${message("/service/seti", `{"to":"${to}","channel":"/inbox","data":${data}}`)}]`,
      first: connect(),
      answer: (frame) => (frame.includes(CONNECT_REPLY) ? connect() : undefined),
    };
  },
};

/** Passed on as it comes: the bare servers are given what the bus delivers, byte for byte. */
export const bare: Dialect = {
  urlOf: (base, user) => (user === undefined ? base : `${base}?user=${user}`),
  async open() {
    let lastId = 0;
    const message = (channel: string, data: string): string => `[{"channel":"${channel}","data":${data}}]`;
    return {
      publish: message,
      publishAll: (channel, all) => all.map((data) => message(channel, data)),
      sendTo(to, data) {
        lastId += 1;
        return `[{"id":"${lastId}","data":{"to":"${to}","channel":"/inbox","data":${data}}}]`;
      },
      answer: () => undefined,
    };
  },
};

/** Engine.IO 4 and Socket.IO 5, in the default namespace. */
export const socketIo: Dialect = {
  urlOf: (base, user) =>
    `${base.replace(/^http/, "ws")}/socket.io/?EIO=4&transport=websocket${user === undefined ? "" : `&user=${user}`}`,
  async open(ask, channels) {
    await ask(); // the opening of Engine.IO
    await ask("40");
    for (const channel of channels) await ask(`420["subscribe","${channel}"]`);
    let lastId = 0;
    const message = (channel: string, data: string): string => `42["publish","${channel}",${data}]`;
    return {
      publish: message,
      publishAll: (channel, all) => all.map((data) => message(channel, data)),
      sendTo(to, data) {
        lastId += 1;
        return `42${lastId}["send",{"to":"${to}","channel":"/inbox","data":${data}}]`;
      },
      answer: (frame) => (frame.length === 1 && frame[0] === PING ? "3" : undefined),
    };
  },
};

export const DIALECTS = { bare, bayeux, "socket.io": socketIo } as const;
export type DialectName = keyof typeof DIALECTS;
