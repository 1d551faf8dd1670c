import type { TestContext } from "node:test";
import { BayeuxClient } from "../../core/client/node.js";
import type { Message } from "../../core/message/message.js";
import type { BayeuxServer } from "../../core/server/bayeux-server.js";
import { Seti } from "../../seti/seti.js";
import type { SetiOptionsInput } from "../../seti/seti-options.js";
import { addSetiServices } from "../../seti/seti-services.js";
import { forkNode, type NodeOptions, startNode, type TestNode } from "../cluster/start-oort.js";
import { until } from "../support/until.js";

/** A node with Seti and its services, on a real socket. */
export interface SetiNode extends TestNode {
  readonly seti: Seti;
  login(user: string): Promise<User>;
  /** The users as this node knows them, sorted. */
  readonly users: string[];
}

/** Handshakes with `ext.user` speak for that user. */
export function loginByName(server: BayeuxServer, seti: Seti): void {
  server.addListener({
    sessionAdded(session, handshake) {
      if (typeof handshake.ext?.user === "string") seti.associate(handshake.ext.user, session);
    },
  });
}

export async function startSeti(
  t: TestContext,
  name: string,
  options: NodeOptions & { seti?: SetiOptionsInput } = {},
): Promise<SetiNode> {
  const { seti: setiOptions, ...nodeOptions } = options;
  const node = await startNode(t, name, nodeOptions);
  const seti = new Seti(node.server.bayeux, node.oort, setiOptions);
  addSetiServices(node.server.bayeux, seti);
  loginByName(node.server.bayeux, seti);
  seti.start();
  t.after(() => seti.stop());
  return {
    ...node,
    seti,
    login: (user) => User.login(t, node.server.url, user),
    get users() {
      return seti.getUserIds().sort();
    },
  };
}

/** Nodes that have all joined each other. */
export async function startSetiMesh(t: TestContext, names: readonly string[]): Promise<SetiNode[]> {
  const nodes: SetiNode[] = [];
  for (const name of names) nodes.push(await startSeti(t, name, { seeds: nodes.slice(0, 1).map(({ url }) => url) }));
  await Promise.all(nodes.map((node) => node.joins(names.length - 1)));
  return nodes;
}

/** A client logged in as a user. */
export class User {
  readonly name: string;
  readonly received: Message[] = [];
  readonly #client: BayeuxClient;

  private constructor(name: string, client: BayeuxClient) {
    this.name = name;
    this.#client = client;
    client.onDelivery((message) => this.received.push(message));
  }

  static async login(t: TestContext, url: string, name: string): Promise<User> {
    const client = new BayeuxClient({ url });
    t.after(() => client.abort());
    const user = new User(name, client);
    await client.handshake({ ext: { user: name } });
    return user;
  }

  /** Resolves with the data on `channel` once this many messages have come there in all. */
  async messages(channel: string, count: number, timeoutMs = 5_000): Promise<unknown[]> {
    const told = () => `${this.name} has ${count} messages on ${channel}, and not ${this.on(channel).length}`;
    await until(() => this.on(channel).length >= count, told, timeoutMs);
    return this.on(channel);
  }

  on(channel: string): unknown[] {
    return this.received.filter((message) => message.channel === channel).map((message) => message.data);
  }

  publish(channel: string, data: unknown): Promise<Message> {
    return this.#client.publish(channel, data);
  }

  subscribe(channel: string): Promise<Message> {
    return this.#client.subscribe(channel, () => {}).ready;
  }

  /** @returns what the reply of `/service/seti` says */
  async send(to: string | string[], data: unknown): Promise<unknown> {
    const reply = await this.publish("/service/seti", { to, channel: "/inbox", data });
    return reply.ext?.seti;
  }

  logout(): Promise<void> {
    return this.#client.disconnect();
  }
}

/** A node in a process of its own, with one user on it, to be killed. */
export interface SetiProcess {
  readonly url: string;
  kill(): Promise<void>;
}

export async function startSetiProcess(
  t: TestContext,
  port: number,
  user: string,
  seeds: readonly string[],
): Promise<SetiProcess> {
  const script = new URL("./seti-process.js", import.meta.url);
  const { kill } = await forkNode(t, script, [String(port), user, ...seeds]);
  return { url: `http://127.0.0.1:${port}/cometd`, kill };
}
