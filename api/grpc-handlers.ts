import { oortbus } from "#proto/event_bus.js";
import type { EventBusHandlers, GetClusterResponse, WatchPresenceResponse } from "../proto/event-bus-service.js";
import { GrpcError } from "../proto/grpc-error.js";
import { ApiError } from "./api-error.js";
import type { ClusterView, NodeState, PeerState, PeerView } from "./cluster-view.js";
import type { DisconnectResult, EventBusApi } from "./event-bus-api.js";
import { parseJsonBytes } from "./json-payload.js";

const { NodeState: NodeStates, PeerState: PeerStates, Until: Untils } = oortbus.v1;

const UNTIL_NAME: Partial<Record<oortbus.v1.Until, string>> = {
  [Untils.UNTIL_QUEUED]: "queued",
  [Untils.UNTIL_WRITTEN]: "written",
  [Untils.UNTIL_ACKED]: "acked",
};

const NODE_STATE: Record<NodeState, oortbus.v1.NodeState> = {
  joining: NodeStates.NODE_STATE_JOINING,
  ready: NodeStates.NODE_STATE_READY,
  draining: NodeStates.NODE_STATE_DRAINING,
};

const PEER_STATE: Record<PeerState, oortbus.v1.PeerState> = {
  joining: PeerStates.PEER_STATE_JOINING,
  joined: PeerStates.PEER_STATE_JOINED,
  suspected: PeerStates.PEER_STATE_SUSPECTED,
  lost: PeerStates.PEER_STATE_LOST,
};

/** The gRPC face: messages to plain requests, results to messages, an ApiError to a status. */
export function grpcHandlers(api: EventBusApi): EventBusHandlers {
  const place = { maxDataDepth: api.maxDataDepth, levelsAround: 0 } as const;
  const parse = (data: Uint8Array): unknown => parseJsonBytes(data, place);
  return {
    publish: ({ channel, data }) => answered(() => api.publish({ channel, data: parse(data) })),
    sendToUser: ({ user, channel, data, until, deadlineMs }) =>
      answered(async () => {
        const request = { user, channel, data: parse(data), ...deliveryOf(until, deadlineMs) };
        const { delivered, unknown, unconfirmed, stored = 0, untaken = [], nodes } = await api.sendToUser(request);
        const users = { unknown: [...unknown], unconfirmed: [...unconfirmed], untaken: [...untaken] };
        return { delivered, ...users, stored, nodes };
      }),
    getPresence: ({ users }) =>
      answered(async () => {
        const result = await api.getPresence({ users });
        return {
          users: result.users.map(({ nodes, shardOwners, ...presence }) => ({
            ...presence,
            nodes: [...nodes],
            shardOwners: [...shardOwners],
          })),
        };
      }),
    watchPresence: ({ users, counts }, { signal }) => presenceMessages(api, { users, counts }, signal),
    listUserSessions: ({ user }) =>
      answered(async () => {
        const { sessions, total, unansweredNodes, unknownNodes } = await api.listUserSessions({ user });
        const messages = sessions.map(({ since, ...session }) => ({ ...session, since: timestamp(since) }));
        return { sessions: messages, total, unansweredNodes: [...unansweredNodes], unknownNodes: [...unknownNodes] };
      }),
    disconnectUser: ({ user, reason }) =>
      answered(async () => disconnectMessage(await api.disconnectUser({ user, reason }))),
    disconnectSession: ({ user, session, reason }) =>
      answered(async () => disconnectMessage(await api.disconnectSession({ user, session, reason }))),
    getCluster: () => answered(() => clusterMessage(api.getCluster())),
    drain: () => answered(() => api.drain()),
  };
}

/** A field that is left out is 0; what is no level is named as the other face does. */
function deliveryOf(until: oortbus.v1.Until, deadlineMs: number) {
  const level = until === Untils.UNTIL_UNSPECIFIED ? undefined : (UNTIL_NAME[until] ?? until);
  return {
    ...(level === undefined ? {} : { until: level }),
    ...(deadlineMs === 0 ? {} : { deadlineMs }),
  };
}

/** @throws GrpcError in place of what the API refuses with */
export async function answered<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asGrpcError(error);
  }
}

function asGrpcError(error: unknown): unknown {
  return error instanceof ApiError ? new GrpcError(error.grpcStatus, error.message, { cause: error }) : error;
}

async function* presenceMessages(
  api: EventBusApi,
  request: { users: readonly string[]; counts: boolean },
  signal: AbortSignal,
): AsyncGenerator<WatchPresenceResponse, void, undefined> {
  let stream: ReturnType<EventBusApi["watchPresence"]>;
  try {
    stream = api.watchPresence(request);
  } catch (error) {
    throw asGrpcError(error);
  }
  const hangUp = (): void => void stream.return?.();
  signal.addEventListener("abort", hangUp, { once: true });
  if (signal.aborted) hangUp();
  yield* stream;
}

function disconnectMessage({ disconnected, unansweredNodes, unknownNodes }: DisconnectResult) {
  return { disconnected, unansweredNodes: [...unansweredNodes], unknownNodes: [...unknownNodes] };
}

function clusterMessage(view: ClusterView): GetClusterResponse {
  return { ...view, state: NODE_STATE[view.state], peers: view.peers.map(peerMessage) };
}

function peerMessage({ url, id, state, since, link }: PeerView): oortbus.v1.Peer.$Properties {
  const known = { url, id, state: PEER_STATE[state], since: timestamp(since) };
  return link === undefined ? known : { ...known, link };
}

function timestamp(iso: string): { seconds: number; nanos: number } {
  const ms = Date.parse(iso);
  const seconds = Math.floor(ms / 1_000);
  return { seconds, nanos: (ms - seconds * 1_000) * 1_000_000 };
}
