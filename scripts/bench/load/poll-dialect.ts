/** How a server is spoken to by long-polling: requests of one client, one after the other, on each of its two connections. */
export interface PollDialect {
  readonly contentType: string;
  /** @param ask - sends a request and resolves with the answer's text; without a body it only asks for what there is */
  open(
    ask: (path: string, body?: string) => Promise<string>,
    url: URL,
    channel: string | undefined,
  ): Promise<PollSpeech>;
}

/** What a client that is logged in says. */
export interface PollSpeech {
  readonly path: string;
  publish(channel: string, data: string): string;
  /** The body of the request that waits for messages; undefined where it is a GET. */
  poll(): string | undefined;
  /** What is to be posted upon an answer: a pong. */
  answer(body: Buffer): string | undefined;
}

export const bayeuxPolling: PollDialect = {
  contentType: "application/json",
  async open(ask, { pathname }, channel) {
    let lastId = 0;
    let clientId = "";
    const message = (fields: string): string => {
      lastId += 1;
      return `[{${fields},"id":"${lastId}"${clientId}}]`;
    };
    const request = async (fields: string): Promise<{ clientId: string }> => {
      const text = await ask(pathname, message(fields));
      const replies = JSON.parse(text) as { successful?: boolean; clientId: string }[];
      const reply = replies.find(({ successful }) => successful === true);
      if (reply === undefined) throw new Error(`${fields} failed: ${text}`);
      return reply;
    };
    const types = '"supportedConnectionTypes":["long-polling"]';
    const handshake = await request(`"channel":"/meta/handshake","version":"1.0",${types}`);
    clientId = `,"clientId":"${handshake.clientId}"`;
    if (channel !== undefined) await request(`"channel":"/meta/subscribe","subscription":"${channel}"`);
    await request('"channel":"/meta/connect","connectionType":"long-polling","advice":{"timeout":0}');
    return {
      path: pathname,
      publish: (to, data) => message(`"channel":"${to}","data":${data}`),
      poll: () => message('"channel":"/meta/connect","connectionType":"long-polling"'),
      answer: () => undefined,
    };
  },
};

const PING = 0x32;

/** Engine.IO 4 and Socket.IO 5. */
export const socketIoPolling: PollDialect = {
  contentType: "text/plain;charset=UTF-8",
  async open(ask, _url, channel) {
    const base = "/socket.io/?EIO=4&transport=polling";
    const opening = await ask(base); // `0{"sid":...}`
    const path = `${base}&sid=${(JSON.parse(opening.slice(1)) as { sid: string }).sid}`;
    const request = async (packet: string): Promise<void> => {
      await ask(path, packet);
      await ask(path);
    };
    await request("40");
    if (channel !== undefined) await request(`420["subscribe","${channel}"]`);
    return {
      path,
      publish: (to, data) => `42["publish","${to}",${data}]`,
      poll: () => undefined,
      answer: (body) => (body.length === 1 && body[0] === PING ? "3" : undefined),
    };
  },
};

/** By the dialect's name over WebSockets. */
export const POLL_DIALECTS = { bayeux: bayeuxPolling, "socket.io": socketIoPolling } as const;
