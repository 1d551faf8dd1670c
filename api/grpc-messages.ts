import { oortbus } from "#proto/event_bus.js";
import type { Until } from "../seti/send-result.js";
import type { NodeState, PeerState, PeerView } from "./cluster-view.js";
import type { NodeStatus } from "./node-report.js";

const { NodeState: NodeStates, PeerState: PeerStates, Until: Untils } = oortbus.v1;

const UNTIL_NAME: Partial<Record<oortbus.v1.Until, Until>> = {
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

/** A field that is left out is 0; what is no level is named as the other face does. */
export function deliveryOf(until: oortbus.v1.Until, deadlineMs: number) {
  const level = until === Untils.UNTIL_UNSPECIFIED ? undefined : (UNTIL_NAME[until] ?? until);
  return {
    ...(level === undefined ? {} : { until: level }),
    ...(deadlineMs === 0 ? {} : { deadlineMs }),
  };
}

/** A payload as bytes of JSON text. */
export function jsonBytes(data: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(data));
}

export function nodeStateOf(state: NodeState): oortbus.v1.NodeState {
  return NODE_STATE[state];
}

export function peerMessage({ url, id, state, since, link }: PeerView): oortbus.v1.Peer.$Properties {
  const known = { url, id, state: PEER_STATE[state], since: timestamp(since) };
  return link === undefined ? known : { ...known, link };
}

export function nodeStatusMessage({ state, peers, rates, ...status }: NodeStatus): oortbus.v1.NodeStatus.$Properties {
  return {
    ...status,
    ...(state === undefined ? {} : { state: NODE_STATE[state] }),
    peers: (peers as PeerView[]).map(peerMessage),
    ...(rates === undefined ? {} : { rates }),
  };
}

export function timestamp(iso: string): { seconds: number; nanos: number } {
  const ms = Date.parse(iso);
  const seconds = Math.floor(ms / 1_000);
  return { seconds, nanos: (ms - seconds * 1_000) * 1_000_000 };
}
