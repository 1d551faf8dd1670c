import { useEffect, useState } from "preact/hooks";
import type { Api } from "./api.js";
import { AuditView } from "./audit-view.js";
import { ChannelView } from "./channel-view.js";
import { ClusterView } from "./cluster-view.js";
import { Comet } from "./comet.js";
import { nodeName, shown } from "./format.js";
import { NodeView } from "./node-view.js";
import { Panel } from "./parts.js";
import { type Route, readRoute } from "./route.js";
import { SessionList } from "./session-list.js";
import { SignIn } from "./sign-in.js";
import { applyTheme, nextTheme, savedTheme } from "./theme.js";
import { type ClusterState, useCluster } from "./use-cluster.js";
import { UserView } from "./user-view.js";

const TABS = [
  ["cluster", "Cluster"],
  ["sessions", "Sessions"],
  ["users", "Users"],
  ["channels", "Channels"],
  ["audit", "Audit log"],
] as const;

/** The page: a line on top, tabs, and what is looked at. */
export function App({ api }: { readonly api: Api }) {
  const [route, setRoute] = useState(() => readRoute(location.hash));
  const cluster = useCluster(api);
  useEffect(() => {
    const follow = (): void => {
      setRoute(readRoute(location.hash));
      window.scrollTo(0, 0);
    };
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, []);
  if (cluster.connection === "locked") {
    const enter = (token: string): void => {
      api.token = token;
      cluster.retry();
    };
    return <SignIn wasRefused={api.token !== ""} enter={enter} />;
  }
  const leave = (): void => {
    api.token = "";
    location.reload();
  };
  return (
    <>
      <button type="button" class="skip" onClick={() => document.getElementById("content")!.focus()}>
        Skip to the content
      </button>
      <header class="top">
        <Comet size={26} />
        <strong class="brand">Oortbus console</strong>
        <nav class="tabs" aria-label="Views">
          {TABS.map(([view, title]) => (
            <a key={view} href={`#/${view}`} aria-current={isCurrent(route, view) ? "page" : undefined}>
              {title}
            </a>
          ))}
        </nav>
        <Status cluster={cluster} />
        <ThemeButton />
        {api.token !== "" && (
          <button type="button" onClick={leave}>
            Forget token
          </button>
        )}
      </header>
      {cluster.connection === "lost" && (
        <p class="banner" role="alert">
          The connection to this node is lost: {shown(cluster.problem)}. What is shown is the last that was known; the
          page tries again every second. The console of any other node shows the same cluster.
        </p>
      )}
      <main id="content" tabIndex={-1}>
        <View api={api} route={route} cluster={cluster} />
      </main>
    </>
  );
}

function View({ api, route, cluster }: { api: Api; route: Route; cluster: ClusterState }) {
  switch (route.view) {
    case "cluster":
      return <ClusterView api={api} cluster={cluster} />;
    case "node":
      return <NodeView key={route.url} api={api} url={route.url} />;
    case "sessions":
      return (
        <Panel title="Sessions">
          <SessionList api={api} nodes={cluster.model?.nodes.map(({ url }) => url) ?? []} />
        </Panel>
      );
    case "users":
      return <UserView key={route.user} api={api} user={route.user} />;
    case "channels":
      return <ChannelView api={api} />;
    case "audit":
      return <AuditView api={api} />;
  }
}

function isCurrent({ view }: Route, tab: string): boolean {
  return view === tab || (view === "node" && tab === "cluster");
}

function Status({ cluster: { connection, node } }: { readonly cluster: ClusterState }) {
  const text = { connecting: "connecting", live: "live", lost: "lost", locked: "locked" }[connection];
  return (
    <p class="status" role="status" data-state={connection} title={shown(node)}>
      <span class="light" aria-hidden="true" />
      {text}
      {node !== "" && <span class="via"> by {nodeName(node)}</span>}
    </p>
  );
}

function ThemeButton() {
  const [theme, setTheme] = useState(savedTheme);
  const turn = (): void => {
    const next = nextTheme(theme);
    applyTheme(next);
    setTheme(next);
  };
  return (
    <button type="button" onClick={turn} aria-label={`Colours: ${theme}; change`}>
      {{ system: "Auto", light: "Light", dark: "Dark" }[theme]}
    </button>
  );
}
