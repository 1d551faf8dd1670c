import { useState } from "preact/hooks";
import type { Api, ClientSession } from "./api.js";
import { ConfirmDialog } from "./confirm-dialog.js";
import { DataTable } from "./data-table.js";
import { bytes, count, duration, nodeName } from "./format.js";
import { Pager, usePages } from "./pager.js";
import { LeftOpen, NodeLink, Problem, State, Stranger, userPath } from "./parts.js";
import { useCall } from "./use-call.js";

const PAGE_SIZE = 50;
const REFRESH_MS = 5_000;
const TRANSPORTS = ["websocket", "long-polling", "callback-polling", "event-stream", "streaming", "forever-iframe"];

export interface SessionListProps {
  readonly api: Api;
  /** Those of one node; undefined for all. */
  readonly node?: string | undefined;
  /** What the search begins with. */
  readonly user?: string;
  /** The choice of the node's own list. */
  readonly nodes?: readonly string[];
}

/** Sessions, a page at a time: the nodes filter and sort, the page only shows. */
export function SessionList({ api, node, user: startUser = "", nodes = [] }: SessionListProps) {
  const [chosen, setChosen] = useState(node ?? "");
  const [user, setUser] = useState(startUser);
  const [transport, setTransport] = useState("");
  const [order, setOrder] = useState("newest");
  const pages = usePages();
  const [ending, setEnding] = useState<ClientSession>();
  const request = { node: node ?? chosen, user, transport, order, pageSize: PAGE_SIZE, pageToken: pages.token };
  const { data, error, reload } = useCall(api, "ListSessions", request, REFRESH_MS);
  const anew = (change: () => void) => {
    change();
    pages.restart();
  };
  const first = pages.index * PAGE_SIZE + 1;
  return (
    <>
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <label>
          User contains
          <input
            type="search"
            value={user}
            maxLength={256}
            spellcheck={false}
            onInput={(event) => anew(() => setUser(event.currentTarget.value))}
          />
        </label>
        {node === undefined && (
          <label>
            Node
            <select value={chosen} onChange={(event) => anew(() => setChosen(event.currentTarget.value))}>
              <option value="">all</option>
              {nodes.map((url) => (
                <option key={url} value={url}>
                  {nodeName(url)}
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          Transport
          <select value={transport} onChange={(event) => anew(() => setTransport(event.currentTarget.value))}>
            <option value="">all</option>
            {TRANSPORTS.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <label>
          Order
          <select value={order} onChange={(event) => anew(() => setOrder(event.currentTarget.value))}>
            <option value="newest">newest first</option>
            <option value="oldest">oldest first</option>
            <option value="queue">fullest queue first</option>
          </select>
        </label>
        <button type="button" onClick={reload}>
          Refresh
        </button>
      </form>
      <Problem error={error} isOld={data !== undefined} />
      {data !== undefined && (
        <>
          <DataTable
            label="Sessions"
            rows={data.sessions}
            keyOf={({ node: url, session }) => `${url} ${session}`}
            empty={user + transport === "" ? "No client is connected." : "No session matches."}
            columns={columnsFor(node === undefined, setEnding)}
          />
          <LeftOpen unanswered={data.unansweredNodes} unknown={data.unknownNodes} />
          <Pager of="sessions" pages={pages} nextToken={data.nextPageToken}>
            {data.sessions.length === 0 ? "0" : `${count(first)}–${count(first + data.sessions.length - 1)}`} of{" "}
            {count(data.total)}
          </Pager>
        </>
      )}
      {ending !== undefined && (
        <EndDialog
          api={api}
          session={ending}
          close={() => {
            setEnding(undefined);
            reload();
          }}
        />
      )}
    </>
  );
}

function columnsFor(withNode: boolean, end: (session: ClientSession) => void) {
  return [
    { title: "User", cell: ({ users }: ClientSession) => <Users users={users} /> },
    ...(withNode ? [{ title: "Node", cell: ({ node }: ClientSession) => <NodeLink url={node} /> }] : []),
    { title: "Transport", cell: ({ transport }: ClientSession) => <Stranger text={transport || "none yet"} /> },
    {
      title: "Client",
      cell: ({ isReachable }: ClientSession) => <State word={isReachable ? "there" : "away"} />,
    },
    { title: "Since", cell: ({ sinceMs }: ClientSession) => <Since ms={sinceMs} /> },
    {
      title: "Queue",
      isNumber: true,
      cell: ({ queuedMessages, queuedBytes }: ClientSession) =>
        queuedMessages === 0 ? "0" : `${count(queuedMessages)} (${bytes(queuedBytes)})`,
    },
    { title: "Dropped", isNumber: true, cell: ({ dropped }: ClientSession) => count(dropped) },
    { title: "Subscriptions", isNumber: true, cell: ({ subscriptions }: ClientSession) => count(subscriptions) },
    { title: "Address", cell: ({ remoteAddress }: ClientSession) => <Stranger text={remoteAddress || "–"} /> },
    {
      title: "Session",
      cell: (session: ClientSession) => (
        <span class="with-action">
          <code>{session.session}</code>
          <button type="button" onClick={() => end(session)} aria-label={`End session ${session.session}`}>
            End…
          </button>
        </span>
      ),
    },
  ];
}

function Users({ users }: { readonly users: readonly string[] }) {
  if (users.length === 0) return <span class="soft">nobody</span>;
  return (
    <>
      {users.map((user, index) => (
        <span key={user}>
          {index > 0 && ", "}
          <a href={userPath(user)}>
            <Stranger text={user} max={48} />
          </a>
        </span>
      ))}
    </>
  );
}

function Since({ ms }: { readonly ms: number }) {
  return (
    <time dateTime={new Date(ms).toISOString()} title={new Date(ms).toLocaleString("en-GB")}>
      {duration(Date.now() - ms)}
    </time>
  );
}

function EndDialog({ api, session, close }: { api: Api; session: ClientSession; close(): void }) {
  const [reason, setReason] = useState("");
  const end = async (): Promise<string> => {
    const { ended } = await api.call("EndSession", { node: session.node, session: session.session, reason });
    return ended ? "The session has ended." : "There is no such session any more.";
  };
  return (
    <ConfirmDialog title="End this session?" action="End it" confirm={end} close={close}>
      <p>
        {session.users.length > 0 && (
          <>
            <Stranger text={session.users.join(", ")} />,{" "}
          </>
        )}
        <code>{session.session}</code> on {nodeName(session.node)}. Its client is told to stay away.
      </p>
      <label>
        Reason (the client is told)
        <input value={reason} maxLength={256} onInput={(event) => setReason(event.currentTarget.value)} />
      </label>
    </ConfirmDialog>
  );
}
