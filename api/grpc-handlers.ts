import { oortbus } from "#proto/event_bus.js";
import type { EventBusHandlers, GetClusterResponse } from "../proto/event-bus-service.js";
import { GrpcError } from "../proto/grpc-error.js";
import { ApiError } from "./api-error.js";
import type { ClusterView, NodeState, PeerState, PeerView } from "./cluster-view.js";
import type { EventBusApi } from "./event-bus-api.js";
import { parseJsonBytes } from "./json-payload.js";

const { NodeState: NodeStates, PeerState: PeerStates } = oortbus.v1;

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
    sendToUser: ({ user, channel, data }) =>
      answered(async () => {
        const { delivered, unknown, unconfirmed } = await api.sendToUser({ user, channel, data: parse(data) });
        return { delivered, unknown: [...unknown], unconfirmed: [...unconfirmed] };
      }),
    getPresence: ({ users }) =>
      answered(() => {
        const result = api.getPresence({ users });
        return {
          users: result.users.map(({ nodes, shardOwners, ...presence }) => ({
            ...presence,
            nodes: [...nodes],
            shardOwners: [...shardOwners],
          })),
        };
      }),
    getCluster: () => answered(() => clusterMessage(api.getCluster())),
    drain: () => answered(() => api.drain()),
  };
}

async function answered<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ApiError) throw new GrpcError(error.grpcStatus, error.message, { cause: error });
    throw error;
  }
}

function clusterMessage(view: ClusterView): GetClusterResponse {
  return { ...view, state: NODE_STATE[view.state], peers: view.peers.map(peerMessage) };
}

function peerMessage({ url, id, state, since }: PeerView): oortbus.v1.Peer.$Properties {
  const sinceMs = Date.parse(since);
  const seconds = Math.floor(sinceMs / 1_000);
  return { url, id, state: PEER_STATE[state], since: { seconds, nanos: (sinceMs - seconds * 1_000) * 1_000_000 } };
}
