/** Where the page is. What follows the hash, so that the server sees neither users nor nodes. */
export type Route =
  | { readonly view: "cluster" | "sessions" | "channels" | "audit" }
  | { readonly view: "node"; readonly url: string }
  | { readonly view: "users"; readonly user: string };

/** @returns the cluster for what is no route */
export function readRoute(hash: string): Route {
  const [, view = "", rest = ""] = /^#\/([a-z]*)(?:\/(.*))?$/.exec(hash) ?? [];
  const argument = decoded(rest);
  if (view === "sessions" || view === "channels" || view === "audit") return { view };
  if (view === "node" && argument !== "") return { view, url: argument };
  if (view === "users") return { view, user: argument };
  return { view: "cluster" };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
