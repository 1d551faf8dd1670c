/** Where a user is, as far as this node knows, and who knows more. */
export interface Place {
  /** Other nodes that hold the user. */
  readonly nodes: readonly string[];
  /** These are all there are, by what is known here. */
  readonly isWhole: boolean;
  /** Nodes that know where the user is, the first to be asked first; none where every node knows every user. */
  readonly owners: readonly string[];
}

/** What the router wants to know of presence. */
export interface RoutingView {
  placeOf(user: string): Place;
  /** Whether the user has a session on this node. */
  isHere(user: string): boolean;
  /** Whether the node says how many sessions a message reached. */
  answers(node: string): boolean;
}

/** Where a message for one user goes, beside the user's sessions on this node. */
export interface Route {
  readonly user: string;
  /** Nodes that hold the user and answer. */
  readonly ask: readonly string[];
  /** Nodes that hold the user and do not: Java's. Their presence is taken at its word. */
  readonly tell: readonly string[];
  /** Who passes it on to the nodes that hold the user, if `ask` and `tell` are not known to be all of them. */
  readonly viaOwner: boolean;
  /** Whom to ask next, one after the other, where the user is nowhere else. */
  readonly owners: readonly string[];
}

const NONE: readonly string[] = [];

/**
 * The nodes that hold the user, else an owner, which passes it on. A user who occurs twice is served once.
 * @see spec/oort-seti.md section 21
 */
export function routesTo(users: readonly string[], view: RoutingView): Route[] {
  if (users.length === 1) return [routeTo(users[0]!, view)];
  return [...new Set(users)].map((user) => routeTo(user, view));
}

function routeTo(user: string, view: RoutingView): Route {
  const { nodes, isWhole, owners } = view.placeOf(user);
  // The owner passes it on to all nodes that hold the user, those known here included.
  if (!isWhole && owners.length > 0) return { user, ask: NONE, tell: NONE, viaOwner: true, owners };
  if (allAnswer(nodes, view)) return { user, ask: nodes, tell: NONE, viaOwner: false, owners };
  const ask = nodes.filter((node) => view.answers(node));
  const tell = nodes.filter((node) => !view.answers(node));
  return { user, ask, tell, viaOwner: false, owners };
}

/** As mostly: then no lists are made. */
function allAnswer(nodes: readonly string[], view: RoutingView): boolean {
  for (const node of nodes) if (!view.answers(node)) return false;
  return true;
}
