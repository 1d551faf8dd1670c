import { useState } from "preact/hooks";
import type { Api } from "./api.js";
import { Chart } from "./chart.js";
import { ClusterGraph } from "./cluster-graph.js";
import type { LinkModel, NodeModel } from "./cluster-model.js";
import { DataTable } from "./data-table.js";
import { DrainDialog } from "./drain-dialog.js";
import { count, milliseconds, rate } from "./format.js";
import { NodeLink, Panel, State, Tile } from "./parts.js";
import type { ClusterState } from "./use-cluster.js";

/** The whole cluster: its picture, its totals, its charts, its nodes and links one by one. */
export function ClusterView({ api, cluster }: { readonly api: Api; readonly cluster: ClusterState }) {
  const [draining, setDraining] = useState<string>();
  const { model, node: own } = cluster;
  if (model === undefined) return <p class="empty">Waiting for the first look at the cluster…</p>;
  const { nodes, links, totals } = model;
  const ailing = links.filter(({ health }) => health !== "up");
  return (
    <>
      <dl class="tiles">
        <Tile label="Nodes up" note={`of ${nodes.length}`}>
          {totals.nodesUp}
        </Tile>
        <Tile label="Links open" note={`of ${links.length}`}>
          {totals.linksUp}
        </Tile>
        <Tile label="Sessions">{count(totals.sessions)}</Tile>
        <Tile label="Published" note="/s">
          {rate(totals.published)}
        </Tile>
        <Tile label="Delivered" note="/s">
          {rate(totals.delivered)}
        </Tile>
        <Tile label="Dropped" note="/s">
          {rate(totals.dropped)}
        </Tile>
        <Tile label="Logins" note="/s">
          {rate(totals.logins)}
        </Tile>
      </dl>
      <div class="split">
        <Panel title="Cluster" aside={<Legend />}>
          <ClusterGraph model={model} own={own} />
        </Panel>
        <Panel title="Live">
          <Chart title="Messages delivered a second" data={cluster.delivered} format={rate} />
          <Chart title="Client sessions" data={cluster.sessions} format={count} />
        </Panel>
      </div>
      <Panel title="Nodes">
        <DataTable
          label="Nodes"
          rows={nodes}
          keyOf={({ url }) => url}
          empty="No node."
          columns={[
            { title: "Node", cell: ({ url }) => <NodeLink url={url} /> },
            { title: "State", cell: ({ health }) => <State word={health} /> },
            numeric("Sessions", (node) => count(node.sessions)),
            numeric("Users known", (node) => count(node.users)),
            numeric("Channels", (node) => count(node.channels)),
            numeric("Received/s", ({ rates }) => rate(rates.received)),
            numeric("Published/s", ({ rates }) => rate(rates.published)),
            numeric("Delivered/s", ({ rates }) => rate(rates.delivered)),
            numeric("Dropped/s", ({ rates }) => rate(rates.dropped)),
            {
              title: "Actions",
              cell: ({ url, health }) => (
                <button type="button" disabled={health !== "ready"} onClick={() => setDraining(url)}>
                  Drain…
                </button>
              ),
            },
          ]}
        />
      </Panel>
      <Panel title="Links" aside={ailing.length > 0 && <span class="badge bad">{ailing.length} not open</span>}>
        <DataTable
          label="Links"
          rows={[...ailing, ...links.filter(({ health }) => health === "up")]}
          keyOf={({ a, b }) => `${a} ${b}`}
          empty="A node alone has no links."
          columns={[
            {
              title: "Between",
              cell: ({ a, b }: LinkModel) => (
                <>
                  <NodeLink url={a} /> – <NodeLink url={b} />
                </>
              ),
            },
            {
              title: "State",
              cell: ({ health, text }) => <State word={health === "up" ? "open" : `${health}: ${text}`} />,
            },
            { title: "There/s", isNumber: true, cell: ({ aToB }) => optional(aToB, rate) },
            { title: "Back/s", isNumber: true, cell: ({ bToA }) => optional(bToA, rate) },
            { title: "Round trip", isNumber: true, cell: ({ roundTripMs }) => optional(roundTripMs, milliseconds) },
            { title: "Waiting", isNumber: true, cell: ({ queuedMessages }) => count(queuedMessages) },
            { title: "Gaps", isNumber: true, cell: ({ gaps }) => count(gaps) },
          ]}
        />
      </Panel>
      {draining !== undefined && <DrainDialog api={api} node={draining} close={() => setDraining(undefined)} />}
    </>
  );
}

/** A number of a node that answers; the others have none. */
function numeric(title: string, read: (node: NodeModel) => string) {
  return { title, isNumber: true, cell: (node: NodeModel) => (node.answered ? read(node) : "–") };
}

function optional(value: number | undefined, format: (value: number) => string): string {
  return value === undefined ? "–" : format(value);
}

function Legend() {
  return (
    <p class="graph-legend" aria-hidden="true">
      <span data-health="up">open</span>
      <span data-health="partial">half open</span>
      <span data-health="down">down</span>
    </p>
  );
}
