import type { NodeState } from "../../api/cluster-view.js";
import type { EventBusApiParts, SendOutcome } from "../../api/event-bus-api.js";

/** A node as the backend API sees it, with what was asked of it written down. */
export class FakeBus implements EventBusApiParts {
  readonly published: [channel: string, data: unknown][] = [];
  readonly sent: [user: string, channel: string, data: unknown][] = [];
  nodeState: NodeState = "ready";
  /** Thrown by the next sends and publishes. */
  failure: Error | undefined;
  /** Holds sends back until it is resolved. */
  gate: Promise<void> = Promise.resolve();
  readonly holders = new Map<string, string[]>([
    ["bob", ["http://a/cometd", "http://b/cometd"]],
    ["grüße", ["http://b/cometd"]],
  ]);

  readonly server = {
    options: { maxMessageBytes: 1_000, maxJsonDepth: 8 },
    remoteSessionCount: 5,
    check: (_channel: string, data: unknown): unknown => data,
    publish: (_sender: undefined, channel: string, data: unknown): number => {
      if (this.failure !== undefined) throw this.failure;
      this.published.push([channel, data]);
      return 3;
    },
  };

  readonly oort = {
    url: "http://a/cometd",
    id: "node-a",
    peers: [
      { url: "http://b/cometd", id: "node-b", state: "joined", since: 1_700_000_000_250 },
      { url: "http://c/cometd", id: undefined, state: "lost", since: 1_700_000_001_000 },
    ] as const,
    hasPeerSession: (url: string): boolean => url === "http://b/cometd",
  };

  readonly seti = {
    sendMessage: async (user: string, channel: string, data: unknown): Promise<SendOutcome> => {
      await this.gate;
      if (this.failure !== undefined) throw this.failure;
      this.sent.push([user, channel, data]);
      const nodes = this.holders.get(user)?.length ?? 0;
      return { delivered: nodes, unknown: nodes === 0 ? [user] : [], unconfirmed: [] };
    },
    presenceOf: (user: string) => {
      const nodes = this.holders.get(user) ?? [];
      return { present: nodes.length > 0, nodes, localSessions: nodes.includes("http://a/cometd") ? 1 : 0 };
    },
    ownersOf: (user: string) => (user === "bob" ? ["http://c/cometd"] : []),
    options: { maxUserIdBytes: 256 },
    userCount: 2,
    shards: { members: ["http://a/cometd", "http://b/cometd", "http://c/cometd"] },
  };

  drain(): void {
    this.nodeState = "draining";
  }

  state(): NodeState {
    return this.nodeState;
  }
}
