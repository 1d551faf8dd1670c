import type { Socket } from "node:net";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { AccessTokens } from "./api/access-tokens.js";
import { apiQuestions } from "./api/api-questions.js";
import { BackendApi } from "./api/backend-api.js";
import type { NodeState } from "./api/cluster-view.js";
import { consoleRoutes } from "./api/console-route.js";
import { httpRoutes } from "./api/http-routes.js";
import { Operator } from "./api/operator/operator.js";
import { Auth } from "./auth/auth.js";
import { Oort } from "./cluster/oort.js";
import { HttpSessionRelay } from "./cluster/relay/http-session-relay.js";
import { isLoopback, type NodeConfig, type NodeConfigInput, readConfig } from "./config.js";
import type { Clock } from "./core/clock.js";
import { AckExtension } from "./core/extension/ack-extension.js";
import { newExtensions } from "./core/extension/extension-options.js";
import type { Route } from "./core/http/http-server.js";
import type { Logger } from "./core/logger.js";
import { Metrics } from "./core/metrics/metrics.js";
import { metricsRoute } from "./core/metrics/metrics-route.js";
import { ConfigError } from "./core/options.js";
import { type Random, systemRandom } from "./core/random.js";
import type { SecurityPolicy } from "./core/security/security-policy.js";
import { BayeuxServer } from "./core/server/bayeux-server.js";
import { serverClock } from "./core/server-clock.js";
import { ServerSession } from "./core/session/server-session.js";
import { HttpTransports } from "./core/transport/http-transports.js";
import { WebSocketTransport } from "./core/transport/websocket-transport.js";
import { Drain } from "./drain.js";
import { Hooks } from "./hooks/hooks.js";
import { Joining } from "./joining.js";
import { NodeListeners, type NodeTransports } from "./node-listeners.js";
import { bindMetrics } from "./node-metrics.js";
import { packageVersion } from "./package-version.js";
import { Rights } from "./rights/rights.js";
import { Seti } from "./seti/seti.js";
import { addSetiServices } from "./seti/seti-services.js";
import { newNodeLogger } from "./telemetry/node-logger.js";
import { Telemetry } from "./telemetry/telemetry.js";

/** Handed in; each has a default that fits a real process. */
export interface BusNodeParts {
  /** @default JSON lines on standard error, from `log.level` on */
  readonly logger?: Logger;
  readonly clock?: Clock;
  readonly random?: Random;
}

/** What `--app` names: a module whose default export is this. */
export type BusApp = (bus: BusNode) => unknown;

/**
 * A running node: a Bayeux server, its place in the cloud, and where its users are, behind one HTTP listener and one for
 * gRPC. Built from a configuration; services, policies and extensions are added to its parts before it starts.
 */
export class BusNode {
  readonly config: NodeConfig;
  readonly logger: Logger;
  readonly bayeux: BayeuxServer;
  readonly oort: Oort;
  readonly seti: Seti;
  /** Who clients are. */
  readonly auth: Auth;
  readonly rights: Rights;
  readonly metrics = new Metrics();
  readonly telemetry: Telemetry;
  readonly #clock: Clock;
  readonly #relay: HttpSessionRelay;
  readonly #transports: NodeTransports;
  readonly #api: BackendApi;
  readonly #operator: Operator;
  readonly #listeners: NodeListeners;
  readonly #hooks: Hooks;
  readonly #joining: Joining;
  readonly #drain: Drain;
  #state: NodeState = "joining";
  #started: Promise<void> | undefined;
  #listening: Promise<void> | undefined;
  #drained: Promise<void> | undefined;
  #stopped: Promise<void> | undefined;
  #stateListeners: readonly ((state: NodeState) => void)[] = [];

  /** @throws ConfigError naming every key that is wrong, and what would open the node to strangers by accident */
  constructor(config: NodeConfigInput = {}, parts: BusNodeParts = {}) {
    this.config = readConfig(config);
    const { bayeux, oort, seti } = this.config;
    const random = parts.random ?? systemRandom;
    const tag = bayeux.nodeTag === "" ? random.token(36) : bayeux.nodeTag;
    this.#clock = parts.clock ?? serverClock;
    const bindings = { node: tag, url: this.config.url };
    this.logger =
      parts.logger?.child(bindings) ?? newNodeLogger(this.config.log.level, bindings, () => this.#logContext);
    const common = { clock: this.#clock, random, logger: this.logger };

    this.bayeux = new BayeuxServer({ ...bayeux, nodeTag: tag }, common);
    this.oort = new Oort(this.bayeux, { ...oort, url: this.config.url, secret: this.config.secret }, common);
    this.seti = new Seti(this.bayeux, this.oort, seti, common);
    this.auth = new Auth(this.config.auth, this.oort, this.bayeux, {
      ...common,
      maxUserIdBytes: seti.maxUserIdBytes,
      associate: (user, session) => this.seti.associate(user, session),
    });
    this.rights = new Rights(this.config, {
      ...common,
      server: this.bayeux,
      cloud: this.oort,
      identities: this.auth,
      userOf: (session) => this.seti.userOf(session),
      presentsPeer: (message) => this.oort.presentsOort(message),
    });
    addSetiServices(this.bayeux, this.seti, this.rights.setiRights);
    if (!oort.ack) this.bayeux.addExtension(new AckExtension()); // clients want it also where links do without
    const { extensions } = this.config;
    for (const extension of newExtensions(extensions, this.#clock, (session) => !this.oort.isOort(session))) {
      this.bayeux.addExtension(extension);
    }
    this.auth.policy.rights = this.rights.policy;
    const mayNameUsers = this.config.auth.mode !== "jwt"; // there the token says who it is
    const { bayeux: server, oort: cloud, seti: users } = this;
    this.#hooks = new Hooks(this.config.hooks, { bayeux: server, oort: cloud, seti: users, mayNameUsers, ...common });
    this.auth.policy.hooks = this.#hooks.policy;
    this.bayeux.policy = this.auth.policy;
    this.#relay = new HttpSessionRelay(this.oort, {
      options: this.oort.options,
      clock: this.#clock,
      logger: this.logger,
    });
    const transport = transportOptionsOf(this.config);
    this.#transports = {
      webSocket: new WebSocketTransport(this.bayeux, transport, this.#relay),
      overHttp: new HttpTransports(this.bayeux, transport, this.#relay),
    };
    this.#operator = new Operator({
      ...{ bayeux: server, oort: cloud, seti: users, options: this.config.api, ...common },
      state: () => this.#state,
      drain: () => void this.drain(),
      rights: this.rights,
      tokens: new AccessTokens(this.config.admin),
    });
    this.#api = new BackendApi({
      server: this.bayeux,
      oort: this.oort,
      seti: this.seti,
      questions: apiQuestions(this.oort, this.bayeux, this.config.api, common),
      clock: this.#clock,
      options: this.config.api,
      isClient: (subscriber) => subscriber instanceof ServerSession && this.#isClient(subscriber),
      state: () => this.#state,
      onState: (listener) => this.onState(listener),
      drain: () => void this.drain(),
      operator: this.#operator,
      follow: (...call) => this.telemetry.followCall(...call),
      tokens: this.auth,
    });
    const observed = { bayeux: this.bayeux, oort: this.oort, ...common, version: packageVersion() };
    this.telemetry = new Telemetry(this.config.telemetry, observed);
    this.telemetry.bindMetrics(this.metrics);
    const { apiCalls } = this.telemetry;
    bindMetrics(this.metrics, {
      auth: this.auth,
      bayeux: this.bayeux,
      oort: this.oort,
      seti: this.seti,
      rights: this.rights,
      hooks: this.#hooks,
      transports: this.#transports,
      state: () => this.#state,
    });
    this.#listeners = new NodeListeners(this.config, {
      clock: this.#clock,
      logger: this.logger,
      transports: this.#transports,
      api: this.#api,
      apiCalls,
      state: () => this.#state,
    });
    const calls = httpRoutes(this.#api, { logger: this.logger, otherPaths: this.telemetry.openApiPaths });
    this.#listeners.addAdminRoutes([metricsRoute(this.metrics), ...this.telemetry.routes, ...apiCalls.ofRoutes(calls)]);
    this.#listeners.addAdminPages(consoleRoutes());
    this.#joining = new Joining(this.oort, this.config, common);
    this.#drain = new Drain(this.config.drain, {
      clock: this.#clock,
      clients: () => this.#clients(),
      backlog: () => this.oort.backlog,
    });
  }

  get url(): string {
    return this.config.url;
  }

  get state(): NodeState {
    return this.#state;
  }

  /**
   * The application's own policy, asked about clients and local sessions and never about peers. With `auth.mode: "custom"`
   * there must be one before the node starts.
   */
  get policy(): SecurityPolicy | undefined {
    return this.auth.policy.application;
  }

  set policy(policy: SecurityPolicy | undefined) {
    this.auth.policy.application = policy;
  }

  /** Told of each change of {@link state}. @returns a function that removes the listener again */
  onState(listener: (state: NodeState) => void): () => void {
    this.#stateListeners = [...this.#stateListeners, listener];
    return () => {
      this.#stateListeners = this.#stateListeners.filter((other) => other !== listener);
    };
  }

  /** Serves something of the application's own on the public listener. Before {@link start}. */
  addRoutes(routes: readonly Route[]): void {
    this.#listeners.addRoutes(routes);
  }

  /** Serves a connection that was accepted elsewhere as if it had come to the public listener. */
  takeConnection(socket: Socket): void {
    this.#listeners.takeConnection(socket);
  }

  /** Reads the certificates of the listeners again, if their files have changed; connections that stand go on. */
  reloadCertificates(): void {
    this.#listeners.reloadCertificates();
  }

  /**
   * Loads the app, starts the layers upward, listens, and looks for peers.
   * @returns a promise for the moment the node is ready: its peers are joined, or `joiningTimeoutMs` has passed
   * @throws ConfigError when the app cannot be loaded or sets no policy where one is needed; Error when an address cannot
   *   be bound. Nothing is left running then.
   */
  start(): Promise<void> {
    this.#started ??= this.#start();
    return this.#started;
  }

  /**
   * Leaves the cloud without haste: not ready any more, no new clients; peers are told; clients are moved to other nodes
   * at a metered rate (`drain.…`), and what they published reaches the peers before the goodbye. Listens until
   * {@link stop}.
   * @returns a promise for the moment the node has left; calling it again waits as well
   */
  drain(): Promise<void> {
    this.#drained ??= this.#leaveSlowly();
    return this.#drained;
  }

  /**
   * Leaves the cloud, tells all clients at once, closes what listens. Takes a few seconds at most, and hurries a
   * {@link drain} that is under way; calling it again waits as well.
   */
  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  async #start(): Promise<void> {
    this.#listening = this.#bringUp();
    try {
      await this.#listening;
    } catch (error) {
      await this.stop();
      throw error;
    }
    if (this.#state === "joining") await this.#joining.start();
    if (this.#state !== "joining") return; // told to stop meanwhile
    this.#listeners.serve();
    this.#enter("ready");
  }

  async #bringUp(): Promise<void> {
    await this.#loadApp();
    this.#checkPolicy();
    this.bayeux.start();
    this.oort.start();
    this.seti.start();
    this.#hooks.start();
    this.rights.start();
    this.auth.start();
    this.#api.start();
    this.#operator.start();
    await this.telemetry.start();
    const listening = await this.#listeners.listen();
    this.logger.info({ id: this.oort.id, ...listening }, "node listens");
  }

  /** Of what happens just now; nothing of a node that is being built. */
  get #logContext(): object {
    const followed = this.bayeux?.dispatcher.tracer?.current;
    return followed === undefined ? {} : { trace: followed.traceId };
  }

  /** The node takes no new clients from now on. */
  async #turnAway(): Promise<void> {
    if (this.#state !== "draining") this.#enter("draining");
    this.auth.policy.draining = true;
    this.#joining.stop();
    await this.#listening?.catch(() => {}); // whoever started it is told
    this.#listeners.drain();
  }

  async #leaveSlowly(): Promise<void> {
    await this.#turnAway();
    this.oort.announceLeaving();
    await this.#drain.run();
    this.logger.info({ moved: this.#drain.moved, unconfirmed: this.oort.backlog }, "node has drained");
    await this.#leave();
  }

  async #leave(): Promise<void> {
    await this.telemetry.stop();
    // Downward: Seti says that its users are gone while the links still stand (spec/oort-seti.md section 12).
    this.#api.stop();
    this.#operator.stop();
    this.auth.stop();
    this.#hooks.leave();
    this.rights.stop();
    this.seti.stop();
    await this.oort.stop();
  }

  async #stop(): Promise<void> {
    await this.#turnAway();
    const grpcStopped = this.#listeners.stopGrpc();
    this.#drain.hurry();
    await this.#drained;
    await this.#leave();
    this.bayeux.close();
    const hooksClosed = this.#hooks.close();
    this.#transports.overHttp.close();
    this.#relay.close();
    this.#transports.webSocket.close();
    await Promise.all([this.#listeners.close(), grpcStopped, hooksClosed]);
    this.logger.info({}, "node stopped");
  }

  *#clients(): Iterable<ServerSession> {
    for (const session of this.bayeux.sessions.values()) {
      if (this.#isClient(session)) yield session;
    }
  }

  #isClient(session: ServerSession): boolean {
    return !session.isLocal && !this.oort.isOort(session);
  }

  #enter(state: NodeState): void {
    this.#state = state;
    this.logger.info({ state, peers: this.oort.peers.length }, `node is ${state}`);
    for (const listener of this.#stateListeners) listener(state);
  }

  async #loadApp(): Promise<void> {
    const { app } = this.config;
    if (app === undefined) return;
    let module: { default?: unknown };
    try {
      module = await import(pathToFileURL(resolve(app)).href);
    } catch (cause) {
      throw new ConfigError(`app ${app}: cannot be loaded: ${cause instanceof Error ? cause.message : cause}`, {
        cause,
      });
    }
    if (typeof module.default !== "function") {
      throw new ConfigError(`app ${app}: must have a default export that is a function: (bus) => void`);
    }
    await (module.default as BusApp)(this);
  }

  /** An app may have set its policy on the server itself: then that is taken under ours, which guards the peers. */
  #checkPolicy(): void {
    if (this.bayeux.policy !== this.auth.policy) {
      this.auth.policy.application = this.bayeux.policy;
      this.bayeux.policy = this.auth.policy;
    }
    const { mode } = this.config.auth;
    if (mode === "custom" && this.policy === undefined) {
      throw new ConfigError('auth.mode: "custom" needs an app that sets bus.policy before the node starts');
    }
    if (mode === "open") {
      const text = "auth.mode is open: whoever reaches this node may log in as any user; for development only";
      if (isLoopback(this.config.host)) this.logger.info({}, text);
      else this.logger.warn({}, text);
    }
  }
}

/** A page of the demo goes to another node when its own is gone: then it comes from the origin of a peer. */
function transportOptionsOf({ demo, peer, transport }: NodeConfig): NodeConfig["transport"] {
  if (!demo) return transport;
  const origins = peer.flatMap((url) => {
    const { origin, protocol, hostname, port } = new URL(url);
    return isLoopback(hostname) ? [origin, new URL(`${protocol}//localhost:${port}`).origin] : [origin];
  });
  return { ...transport, allowedOrigins: [...transport.allowedOrigins, ...origins] };
}
