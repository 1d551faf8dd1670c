/** What the router wants to know of the presence table. */
export interface RoutingView<S> {
  sessionsOf(user: string): S[];
  remoteNodesOf(user: string): readonly string[];
  /** Whether the node says how many sessions a message reached. */
  answers(node: string): boolean;
}

/** Where a message for one user goes. */
export interface Route<S> {
  readonly user: string;
  /** Sessions of this node, served first. */
  readonly sessions: readonly S[];
  /** Nodes that hold the user and answer. */
  readonly ask: readonly string[];
  /** Nodes that hold the user and do not: Java's. Their presence is taken at its word. */
  readonly tell: readonly string[];
  /** Nobody is known to hold the user: every node gets it. */
  readonly flood: boolean;
}

const NONE: readonly string[] = [];

/**
 * Local sessions, the nodes that hold the user, else all nodes. A user who occurs twice is served once.
 * @see spec/oort-seti.md section 21
 */
export function routesTo<S>(users: readonly string[], view: RoutingView<S>): Route<S>[] {
  const unique = users.length === 1 ? users : new Set(users);
  const routes: Route<S>[] = [];
  for (const user of unique) {
    const sessions = view.sessionsOf(user);
    const nodes = view.remoteNodesOf(user);
    const ask = nodes.length === 0 ? NONE : nodes.filter((node) => view.answers(node));
    const tell = nodes.length === ask.length ? NONE : nodes.filter((node) => !view.answers(node));
    routes.push({ user, sessions, ask, tell, flood: sessions.length === 0 && nodes.length === 0 });
  }
  return routes;
}

/** Whether the sender has to wait for other nodes before it knows what became of the message. */
export function waitsForAnswers(route: Route<unknown>): boolean {
  return route.flood || route.ask.length > 0;
}
