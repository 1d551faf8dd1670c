import type { Clock } from "../core/clock.js";
import type { Logger } from "../core/logger.js";
import type { BayeuxServer } from "../core/server/bayeux-server.js";
import type { ServerSession } from "../core/session/server-session.js";
import { Associations } from "./associations.js";
import { PresenceListeners } from "./presence-listeners.js";
import { PresenceWatch } from "./presence-watch.js";
import { SetiChannels, type SetiHearer } from "./seti-channels.js";
import type { SetiCloud } from "./seti-cloud.js";
import { type EngineOutlet, type EngineParts, SetiEngine } from "./seti-engine.js";
import type { SetiOptions } from "./seti-options.js";
import type { SetiStats } from "./seti-stats.js";
import { UserCalls } from "./user-calls.js";
import { UserInbox, type UserInboxHost } from "./user-inbox.js";
import { UserSessions } from "./user-sessions.js";

export interface SetiParts {
  readonly clock?: Clock;
  readonly logger?: Logger;
  /** As many users, or more, are named by marks where the reader is likely to know them. Default 20; for tests. */
  readonly minMarkedUsers?: number;
}

/** What of a Seti is wired to the server and the cloud it is for. */
export interface SetiHost {
  readonly server: BayeuxServer;
  readonly cloud: SetiCloud;
  readonly options: SetiOptions;
  readonly stats: SetiStats;
  readonly logger: Logger;
  /** A peer subscribed to `/seti/all`. */
  welcome(session: ServerSession, node: string): void;
  /** Resolves when it is known here where these users are. */
  whenLocated(users: Iterable<string>): Promise<void> | undefined;
  watchUser(user: string): () => void;
}

/** The parts of one Seti, each knowing of the others only what it is handed here. */
export class SetiWiring {
  readonly channels: SetiChannels;
  readonly engine: SetiEngine<ServerSession>;
  readonly associations: Associations;
  readonly listeners: PresenceListeners;
  readonly calls: UserCalls;
  readonly userSessions: UserSessions;
  readonly userInbox: UserInbox;
  readonly presenceWatch: PresenceWatch;

  constructor(host: SetiHost, parts: SetiParts) {
    const { server, cloud, options, logger, stats } = host;
    const shared = { clock: parts.clock ?? server.clock, stats, logger };
    this.channels = this.#channelsOf(host);
    this.listeners = new PresenceListeners(cloud.url, logger);
    this.engine = this.#engineOf(host, { ...shared, minMarkedUsers: parts.minMarkedUsers });
    const { engine, channels } = this;
    const { table } = engine;
    this.associations = new Associations(table, options, (user, present) => engine.localChanged(user, present));
    this.calls = new UserCalls(options, {
      ownNode: cloud.url,
      send: (node, data) => channels.callNode(node, data),
      isPeer: (node) => cloud.hasPeerSession(node),
      clock: shared.clock,
    });
    this.userSessions = new UserSessions(
      {
        ownNode: cloud.url,
        sessionsOf: (user) => table.sessionsOf(user),
        ownKind: () => ownKindOf(cloud, engine),
        holdersOf: (user) => table.remoteNodesOf(user),
        deliver: channels.deliver.bind(channels),
      },
      this.calls,
      options,
      shared,
    );
    this.userInbox = this.#inboxOf(host, shared);
    this.presenceWatch = new PresenceWatch({
      ...shared,
      nodeCountOf: (user) => engine.nodeCountOf(user),
      watchUser: (user) => host.watchUser(user),
      whenLocated: (users) => host.whenLocated(users),
    });
    this.listeners.add({ changed: (user) => this.presenceWatch.changed(user) });
  }

  #channelsOf(host: SetiHost): SetiChannels {
    const { server, cloud } = host;
    const hearer: SetiHearer = {
      statement: (statement) => this.engine.heard(statement),
      userMessages: (messages) => this.engine.inbox.receivedAll(messages),
      finds: (node, users) => this.engine.directory.asked(node, users),
      locations: (node, locations) => this.engine.directory.located(node, locations),
      marksAsked: (node, question) => this.engine.marksAsked(node, question),
      names: (node, request, users) => this.engine.names(node, request, users),
      answers: ({ node, answers }) => this.engine.sender.answered(node, answers),
      call: (call) => this.calls.heard(call),
      welcome: (session, node) => host.welcome(session, node),
    };
    return new SetiChannels(server, cloud, hearer, host);
  }

  #engineOf({ cloud, options }: SetiHost, parts: EngineParts): SetiEngine<ServerSession> {
    const { channels } = this;
    const outlet: EngineOutlet<ServerSession> = {
      deliver: channels.deliver.bind(channels),
      flood: (statement) => channels.stateToAll(statement),
      tell: (node, statement) => channels.stateOnChannel(node, statement),
      push: (node, statement) => channels.stateToNode(node, statement),
      toNode: (node, send) => channels.sendToNode(node, send),
      toAll: (send) => channels.sendToAll(send),
      answer: (node, answers) => channels.answer(node, answers),
      find: (node, users) => channels.find(node, users),
      locate: (node, locations) => channels.locate(node, locations),
      askNames: (node, question) => channels.askNames(node, question),
      tellNames: (node, request, users) => channels.tellNames(node, request, users),
      listeners: () => channels.listeners(),
      peers: () => cloud.peers,
      isPeer: (node) => cloud.hasPeerSession(node),
      told: (event, isEdge) => this.listeners.told(event, isEdge),
      counted: (user, nodes) => this.listeners.counted(user, nodes),
    };
    return new SetiEngine<ServerSession>(cloud.url, outlet, options, parts);
  }

  #inboxOf({ cloud, options }: SetiHost, parts: EngineParts): UserInbox {
    const { engine, channels } = this;
    const host: UserInboxHost = {
      ownNode: cloud.url,
      maxUserIdBytes: options.maxUserIdBytes,
      ownersOf: (user) => engine.directory.keepersOf(user),
      holdersOf: (user) => engine.table.nodesOf(user),
      deliver: (user, channel, data) =>
        engine.table.sessionsOf(user).filter((session) => channels.deliver(session, channel, data)).length,
      isOwnKind: (node) => engine.isOwnKind(node),
      tell: (node, user, channel, data) =>
        channels.sendToNode(node, { asks: [{ user, request: undefined }], channel, data }),
    };
    return new UserInbox(host, this.calls, options.inbox, parts);
  }
}

/** The other nodes of our own kind that are linked. */
function ownKindOf(cloud: SetiCloud, engine: SetiEngine<ServerSession>): string[] {
  const joined = cloud.peers.filter(({ state, url }) => state === "joined" || cloud.hasPeerSession(url));
  return joined.map(({ url }) => url).filter((url) => url !== cloud.url && engine.isOwnKind(url));
}
