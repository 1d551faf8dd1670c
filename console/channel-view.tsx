import { useState } from "preact/hooks";
import type { Api } from "./api.js";
import { DataTable } from "./data-table.js";
import { count } from "./format.js";
import { Pager, usePages } from "./pager.js";
import { LeftOpen, Panel, Problem, Stranger } from "./parts.js";
import { useCall } from "./use-call.js";

const PAGE_SIZE = 100;
const REFRESH_MS = 5_000;

/** The channels that clients are subscribed to, anywhere. */
export function ChannelView({ api }: { readonly api: Api }) {
  const [typed, setTyped] = useState("");
  const [pattern, setPattern] = useState("");
  const pages = usePages();
  const request = { pattern, pageSize: PAGE_SIZE, pageToken: pages.token };
  const { data, error } = useCall(api, "GetChannels", request, REFRESH_MS);
  return (
    <Panel title="Channels">
      <form
        class="filters"
        onSubmit={(event) => {
          event.preventDefault();
          setPattern(typed.trim());
          pages.restart();
        }}
      >
        <label>
          Channel or wildcard
          <input
            value={typed}
            spellcheck={false}
            placeholder="/chat/**"
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
        <button type="submit">Show</button>
      </form>
      <Problem error={error} isOld={data !== undefined} />
      {data !== undefined && (
        <>
          <DataTable
            label="Channels"
            rows={data.channels}
            keyOf={({ channel }) => channel}
            empty={pattern === "" ? "No client is subscribed to anything." : "No subscribed channel matches."}
            columns={[
              { title: "Channel", cell: ({ channel }) => <Stranger text={channel} /> },
              { title: "Subscribers", isNumber: true, cell: ({ subscribers }) => count(subscribers) },
              { title: "On nodes", isNumber: true, cell: ({ nodes }) => count(nodes) },
            ]}
          />
          <LeftOpen unanswered={data.unansweredNodes} unknown={data.unknownNodes} />
          <Pager of="channels" pages={pages} nextToken={data.nextPageToken}>
            {count(data.channels.length)} on this page
          </Pager>
        </>
      )}
    </Panel>
  );
}
