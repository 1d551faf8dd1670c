import type { EventBusHandlers } from "../proto/event-bus-service.js";
import type { CallContext } from "../proto/unary-call.js";
import type { Arriving } from "./api-method.js";
import type { BackendApi } from "./backend-api.js";
import type { ClusterNews } from "./cluster-stream.js";
import type { ClusterView } from "./cluster-view.js";
import { callOf, mapped, messages, unaryCalls } from "./grpc-call.js";
import { deliveryOf, jsonBytes, nodeStateOf, nodeStatusMessage, peerMessage, timestamp } from "./grpc-messages.js";
import { parseJsonBytes } from "./json-payload.js";
import type { PresenceNews } from "./presence-stream.js";
import type { PublishOutcome } from "./publish-stream.js";
import type { SubscriptionNews } from "./subscription-stream.js";

/** The fields of an answer about a user's sessions, whose times are text. */
interface Listed {
  readonly sessions: readonly { readonly since: string }[];
}

interface Minted {
  readonly token: string;
  readonly tokenId: string;
  readonly expiresAt: string;
}

interface TokensRevoked {
  readonly disconnected: number;
  readonly until: string;
}

/** The gRPC face of EventBus: messages to plain requests, results to messages, an ApiError to a status. */
export function grpcHandlers(api: BackendApi): EventBusHandlers {
  const parse = (data: Uint8Array, field = "data"): unknown =>
    parseJsonBytes(data, { maxDataDepth: api.maxDataDepth, levelsAround: 0, field });
  const call = unaryCalls(api);
  const open = <T>(name: string, context: CallContext, input: unknown): AsyncIterable<T> =>
    messages(() => api.open(api.method(name, "stream"), input, callOf(context)), context.signal);

  return {
    publish: ({ channel, data, idempotencyKey }, context) =>
      call("Publish", context, () => ({ channel, data: parse(data), idempotencyKey })),
    publishBatch: ({ messages: batch, idempotencyKey }, context) =>
      call("PublishBatch", context, () => ({
        messages: batch.map(({ channel, data }, index) => ({
          channel,
          data: parse(data ?? new Uint8Array(), `messages.${index}.data`),
        })),
        idempotencyKey,
      })),
    publishStream: (requests, context) => {
      const arriving = mapped<typeof requests extends AsyncIterator<infer R> ? R : never, Arriving>(
        requests,
        ({ channel, data }) =>
          () => ({ channel, data: parse(data) }),
      );
      const method = api.method("PublishStream", "exchange");
      return messages<PublishOutcome>(() => api.exchange(method, arriving, callOf(context)), context.signal);
    },
    subscribe: async function* ({ channels }, context) {
      for await (const news of open<SubscriptionNews>("Subscribe", context, { channels })) {
        const { message } = news;
        yield message === undefined
          ? (news as Omit<SubscriptionNews, "message">)
          : { message: { channel: message.channel, data: jsonBytes(message.data) } };
      }
    },
    getChannels: ({ pattern, pageSize, pageToken }, context) =>
      call("GetChannels", context, () => ({ pattern, pageSize, pageToken })),
    sendToUser: ({ user, channel, data, idempotencyKey, until, deadlineMs }, context) =>
      call("SendToUser", context, () => {
        return { user, channel, data: parse(data), idempotencyKey, ...deliveryOf(until, deadlineMs) };
      }),
    sendToUsers: ({ users, channel, data, idempotencyKey, until, deadlineMs }, context) =>
      call("SendToUsers", context, () => {
        return { users, channel, data: parse(data), idempotencyKey, ...deliveryOf(until, deadlineMs) };
      }),
    getPresence: ({ users }, context) => call("GetPresence", context, () => ({ users })),
    watchPresence: ({ users, counts }, context) => open<PresenceNews>("WatchPresence", context, { users, counts }),
    listUserSessions: async ({ user }, context) => {
      const { sessions, ...rest } = await call<Listed>("ListUserSessions", context, () => ({ user }));
      return { ...rest, sessions: sessions.map((session) => ({ ...session, since: timestamp(session.since) })) };
    },
    disconnectUser: ({ user, reason }, context) => call("DisconnectUser", context, () => ({ user, reason })),
    disconnectSession: ({ user, session, reason }, context) =>
      call("DisconnectSession", context, () => ({ user, session, reason })),
    getCluster: async (_request, context) => {
      const view = await call<ClusterView>("GetCluster", context, () => ({}));
      return { ...view, state: nodeStateOf(view.state), peers: view.peers.map(peerMessage) };
    },
    watchCluster: async function* ({ intervalMs }, context) {
      for await (const news of open<ClusterNews>("WatchCluster", context, { intervalMs })) {
        const { snapshot } = news;
        yield snapshot === undefined
          ? (news as Omit<ClusterNews, "snapshot">)
          : { snapshot: { time: timestamp(snapshot.time), nodes: snapshot.nodes.map(nodeStatusMessage) } };
      }
    },
    drain: (_request, context) => call("Drain", context, () => ({})),
    mintToken: async ({ user, ttlSeconds, rights }, context) => {
      const { expiresAt, ...minted } = await call<Minted>("MintToken", context, () => ({
        user,
        ...(ttlSeconds === 0 ? {} : { ttlSeconds }),
        ...(rights == null ? {} : { rights: { pub: rights.pub, sub: rights.sub } }),
      }));
      return { ...minted, expiresAt: timestamp(expiresAt) };
    },
    revokeTokens: async ({ user, tokenId }, context) => {
      const { until, ...revoked } = await call<TokensRevoked>("RevokeTokens", context, () => ({
        ...(user === "" ? {} : { user }),
        ...(tokenId === "" ? {} : { tokenId }),
      }));
      return { ...revoked, until: timestamp(until) };
    },
  };
}
