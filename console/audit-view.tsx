import type { Api } from "./api.js";
import { DataTable } from "./data-table.js";
import { moment } from "./format.js";
import { LeftOpen, NodeLink, Panel, Problem, Stranger } from "./parts.js";
import { useCall } from "./use-call.js";

const REFRESH_MS = 5_000;

/** What operators did, by way of any node. */
export function AuditView({ api }: { readonly api: Api }) {
  const { data, error } = useCall(api, "GetAuditLog", { maxEntries: 200 }, REFRESH_MS);
  return (
    <Panel title="Audit log">
      <Problem error={error} isOld={data !== undefined} />
      {data !== undefined && (
        <>
          <DataTable
            label="Audit log"
            rows={data.entries}
            keyOf={({ atMs, node, action, target }) => `${atMs} ${node} ${action} ${target}`}
            empty="Nothing was done since the nodes started."
            columns={[
              { title: "When", cell: ({ atMs }) => moment(atMs, Date.now()) },
              { title: "Action", cell: ({ action }) => <Stranger text={action} /> },
              { title: "On", cell: ({ target }) => <Stranger text={target} max={80} /> },
              { title: "Outcome", cell: ({ outcome }) => <Stranger text={outcome} /> },
              { title: "From", cell: ({ address }) => <Stranger text={address} /> },
              { title: "Token", cell: ({ token }) => <code>{token}</code> },
              { title: "By way of", cell: ({ node }) => <NodeLink url={node} /> },
            ]}
          />
          <LeftOpen unanswered={data.unansweredNodes} unknown={[]} />
        </>
      )}
    </Panel>
  );
}
