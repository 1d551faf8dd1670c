import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ChannelCredentials, Client, type ClientReadableStream, Metadata } from "@grpc/grpc-js";
import type { oortbus } from "#proto/event_bus.js";
import { eventBusDefinition, type Method } from "./event-bus-service.js";

export interface EventBusClientOptions {
  /** Sent as bearer token with each call. */
  token?: string;
  /** Longest wait for an answer, unless the call says otherwise. @default 5000 */
  deadlineMs?: number;
  /** @default plain HTTP/2 */
  credentials?: ChannelCredentials;
}

export interface CallOptions {
  deadlineMs?: number;
  /** The span that the call belongs to, as in W3C Trace Context: a call with one answer goes on with its trace. */
  traceparent?: string;
  /** Hangs up when aborted; the call rejects with CANCELLED. */
  signal?: AbortSignal;
}

/** A caller's end of the EventBus. Calls reject with grpc-js's ServiceError: `code` and `details`. */
export class EventBusClient {
  readonly #client: Client;
  readonly #deadlineMs: number;
  readonly #token: string | undefined;

  /** @param address - `host:port` */
  constructor(address: string, options: EventBusClientOptions = {}) {
    this.#client = new Client(address, options.credentials ?? ChannelCredentials.createInsecure());
    this.#deadlineMs = options.deadlineMs ?? 5_000;
    this.#token = options.token;
  }

  publish(request: oortbus.v1.PublishRequest.$Properties, options?: CallOptions): Promise<oortbus.v1.PublishResponse> {
    return this.#call(eventBusDefinition.publish, request, options);
  }

  sendToUser(
    request: oortbus.v1.SendToUserRequest.$Properties,
    options?: CallOptions,
  ): Promise<oortbus.v1.SendToUserResponse> {
    return this.#call(eventBusDefinition.sendToUser, request, options);
  }

  getPresence(
    request: oortbus.v1.GetPresenceRequest.$Properties,
    options?: CallOptions,
  ): Promise<oortbus.v1.GetPresenceResponse> {
    return this.#call(eventBusDefinition.getPresence, request, options);
  }

  /** Publishes messages in order; if one of them is wrong, none. */
  publishBatch(
    request: oortbus.v1.PublishBatchRequest.$Properties,
    options?: CallOptions,
  ): Promise<oortbus.v1.PublishBatchResponse> {
    return this.#call(eventBusDefinition.publishBatch, request, options);
  }

  /**
   * Publishes messages as they come, and gives an outcome for each, in order. The next message is asked for when the node
   * can take it. The loop throws the call's ServiceError.
   */
  publishStream(
    messages: AsyncIterable<oortbus.v1.PublishStreamRequest.$Properties>,
    options: CallOptions = {},
  ): AsyncGenerator<oortbus.v1.PublishStreamResponse, void, undefined> {
    const { path, requestSerialize, responseDeserialize } = eventBusDefinition.publishStream;
    const call = this.#client.makeBidiStreamRequest(
      path,
      requestSerialize,
      responseDeserialize,
      this.#metadata(),
      deadlineOf(options.deadlineMs),
    );
    pipeline(Readable.from(messages), call as unknown as Writable).catch(() => {}); // the loop is told
    return read(call, options.signal);
  }

  sendToUsers(
    request: oortbus.v1.SendToUsersRequest.$Properties,
    options?: CallOptions,
  ): Promise<oortbus.v1.SendToUsersResponse> {
    return this.#call(eventBusDefinition.sendToUsers, request, options);
  }

  /** Lists the channels that clients are subscribed to, on any node. */
  getChannels(
    request: oortbus.v1.GetChannelsRequest.$Properties = {},
    options?: CallOptions,
  ): Promise<oortbus.v1.GetChannelsResponse> {
    return this.#call(eventBusDefinition.getChannels, request, options);
  }

  /** Tells what is published on channels. Ends as {@link watchPresence}. */
  subscribe(
    request: oortbus.v1.SubscribeRequest.$Properties,
    options?: CallOptions,
  ): AsyncGenerator<oortbus.v1.SubscribeResponse, void, undefined> {
    return this.#stream(eventBusDefinition.subscribe, request, options);
  }

  /** Tells of all nodes, again and again. Ends as {@link watchPresence}. */
  watchCluster(
    request: oortbus.v1.WatchClusterRequest.$Properties = {},
    options?: CallOptions,
  ): AsyncGenerator<oortbus.v1.WatchClusterResponse, void, undefined> {
    return this.#stream(eventBusDefinition.watchCluster, request, options);
  }

  /**
   * Tells where users are, until the caller leaves the loop over it, its signal is aborted, or the node drains. Without a
   * deadline, unless one is given; the loop throws the call's ServiceError.
   */
  watchPresence(
    request: oortbus.v1.WatchPresenceRequest.$Properties,
    options?: CallOptions,
  ): AsyncGenerator<oortbus.v1.WatchPresenceResponse, void, undefined> {
    return this.#stream(eventBusDefinition.watchPresence, request, options);
  }

  listUserSessions(
    request: oortbus.v1.ListUserSessionsRequest.$Properties,
    options?: CallOptions,
  ): Promise<oortbus.v1.ListUserSessionsResponse> {
    return this.#call(eventBusDefinition.listUserSessions, request, options);
  }

  /** Ends all sessions of a user. */
  disconnectUser(
    request: oortbus.v1.DisconnectUserRequest.$Properties,
    options?: CallOptions,
  ): Promise<oortbus.v1.DisconnectUserResponse> {
    return this.#call(eventBusDefinition.disconnectUser, request, options);
  }

  disconnectSession(
    request: oortbus.v1.DisconnectSessionRequest.$Properties,
    options?: CallOptions,
  ): Promise<oortbus.v1.DisconnectSessionResponse> {
    return this.#call(eventBusDefinition.disconnectSession, request, options);
  }

  /** Takes the node out of the cluster. @returns how many clients it still has to move */
  drain(options?: CallOptions): Promise<oortbus.v1.DrainResponse> {
    return this.#call(eventBusDefinition.drain, {}, options);
  }

  /** Makes a token for a user. */
  mintToken(
    request: oortbus.v1.MintTokenRequest.$Properties,
    options?: CallOptions,
  ): Promise<oortbus.v1.MintTokenResponse> {
    return this.#call(eventBusDefinition.mintToken, request, options);
  }

  /** Revokes what tokens a user has, or one token. */
  revokeTokens(
    request: oortbus.v1.RevokeTokensRequest.$Properties,
    options?: CallOptions,
  ): Promise<oortbus.v1.RevokeTokensResponse> {
    return this.#call(eventBusDefinition.revokeTokens, request, options);
  }

  getCluster(options?: CallOptions): Promise<oortbus.v1.GetClusterResponse> {
    return this.#call(eventBusDefinition.getCluster, {}, options);
  }

  close(): void {
    this.#client.close();
  }

  #metadata(): Metadata {
    const metadata = new Metadata();
    if (this.#token !== undefined) metadata.set("authorization", `Bearer ${this.#token}`);
    return metadata;
  }

  #stream<In, Out>(
    method: Pick<Method<true, In, unknown, unknown, Out>, "path" | "requestSerialize" | "responseDeserialize">,
    request: In,
    { deadlineMs, signal }: CallOptions = {},
  ): AsyncGenerator<Out, void, undefined> {
    const { path, requestSerialize, responseDeserialize } = method;
    const call = this.#client.makeServerStreamRequest(
      path,
      requestSerialize,
      responseDeserialize,
      request,
      this.#metadata(),
      deadlineOf(deadlineMs),
    );
    return read(call, signal);
  }

  #call<In, Out>(
    method: Pick<Method<false, In, unknown, unknown, Out>, "path" | "requestSerialize" | "responseDeserialize">,
    request: In,
    options: CallOptions = {},
  ): Promise<Out> {
    const metadata = this.#metadata();
    if (options.traceparent !== undefined) metadata.set("traceparent", options.traceparent);
    const deadline = new Date(Date.now() + (options.deadlineMs ?? this.#deadlineMs));
    return new Promise<Out>((resolve, reject) => {
      const call = this.#client.makeUnaryRequest(
        method.path,
        method.requestSerialize,
        method.responseDeserialize,
        request,
        metadata,
        { deadline },
        (error, response) => {
          options.signal?.removeEventListener("abort", hangUp);
          if (error) reject(error);
          else resolve(response as Out);
        },
      );
      const hangUp = (): void => call.cancel();
      if (options.signal?.aborted) hangUp();
      options.signal?.addEventListener("abort", hangUp, { once: true });
    });
  }
}

function deadlineOf(deadlineMs: number | undefined): { deadline?: Date } {
  return deadlineMs === undefined ? {} : { deadline: new Date(Date.now() + deadlineMs) };
}

/** The answers of a call, until its end; whoever leaves the loop, or aborts the signal, hangs up. */
async function* read<Out>(
  call: AsyncIterable<unknown> & Pick<ClientReadableStream<Out>, "cancel" | "on">,
  signal: AbortSignal | undefined,
): AsyncGenerator<Out, void, undefined> {
  const hangUp = (): void => call.cancel();
  signal?.addEventListener("abort", hangUp, { once: true });
  if (signal?.aborted) hangUp();
  try {
    for await (const answer of call) yield answer as Out;
  } finally {
    signal?.removeEventListener("abort", hangUp);
    call.on("error", () => {}); // of the hanging up itself
    call.cancel();
  }
}
