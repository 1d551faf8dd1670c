import type { Scope } from "../../api/access-tokens.js";
import type { ClusterView } from "../../api/cluster-view.js";
import type { NodeConfig } from "../../config.js";
import type { TlsContent } from "../../core/http/tls-files.js";
import type { Finding } from "./finding.js";
import { probe } from "./probe-request.js";

/** Where the node's API is, tried in this order: its listener for administration, then the public one. */
function apiUrls({ admin, host, port, http }: NodeConfig): string[] {
  const url = (name: string, at: number, { tls }: NodeConfig["admin" | "http"]): string => {
    const scheme = tls.certFile === undefined ? "http" : "https";
    const reachable = name === "0.0.0.0" || name === "::" ? "127.0.0.1" : name;
    return `${scheme}://${reachable.includes(":") ? `[${reachable}]` : reachable}:${at}/api/v1/cluster`;
  };
  return [...(admin.port === undefined ? [] : [url(admin.host, admin.port, admin)]), url(host, port, http)];
}

/** The cluster as this configuration's own node sees it; undefined when no such node runs, or it does not tell. */
export async function clusterOf(config: NodeConfig, tls: TlsContent): Promise<ClusterView | undefined> {
  const { tokens } = config.admin;
  const token = config.admin.token ?? tokens.find(({ scopes }) => mayRead(scopes))?.token;
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  for (const url of apiUrls(config)) {
    try {
      // Its certificate need not be for this address.
      const answer = await probe(url, {
        tls: { ...tls, rejectUnauthorized: false } as TlsContent,
        headers,
        timeoutMs: 2_000,
      });
      const view = JSON.parse(answer.body) as ClusterView;
      if (answer.status === 200 && Array.isArray(view.peers)) return view;
    } catch {
      // Nobody there, or somebody else.
    }
  }
  return undefined;
}

function mayRead(scopes: readonly Scope[]): boolean {
  return scopes.includes("read") || scopes.includes("admin");
}

/** What to do about a peer that is not joined. */
const ADVICE = {
  joining:
    "see the logs of both nodes for `not linked` or `refused`: the secrets, cluster names or URLs may differ, or a proxy stands between them",
  suspected: "the connection to it is lost just now: look again in some seconds",
  lost: "it went without goodbye: start it again, or leave it out of the list",
};

/** Whether the running node is ready, and joined with all it knows. */
export function lookAtCluster(view: ClusterView | undefined): Finding[] {
  if (view === undefined) {
    return [{ check: "running node", status: "skipped", text: "no node of this configuration answers here" }];
  }
  const { state, peers, sessions } = view;
  const node: Finding =
    state === "ready"
      ? { check: "running node", status: "ok", text: `ready, ${peers.length} peers, ${sessions} clients` }
      : {
          check: "running node",
          status: "warning",
          text: `is ${state}`,
          advice:
            state === "joining"
              ? "it waits for the peers it was told of, at most joiningTimeoutMs"
              : "it is about to leave the cluster",
        };
  const links = peers.map<Finding>((peer) =>
    peer.state === "joined"
      ? { check: `link with ${peer.url}`, status: "ok", text: `joined since ${peer.since}` }
      : {
          check: `link with ${peer.url}`,
          status: peer.state === "suspected" ? "warning" : "failure",
          text: `${peer.state} since ${peer.since}`,
          advice: ADVICE[peer.state],
        },
  );
  return [node, ...links];
}
