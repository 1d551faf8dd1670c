import type { BayeuxServer } from "../../core/server/bayeux-server.js";

const running = new WeakMap<BayeuxServer, Set<string>>();

/**
 * Takes a channel for one shared thing at this server: two of one name would answer each other's messages.
 * @returns what gives it back
 * @throws Error when it is taken
 */
export function takeName(server: BayeuxServer, channel: string): () => void {
  const names = running.get(server) ?? new Set();
  running.set(server, names);
  if (names.has(channel)) throw new Error(`something named ${channel} runs already at this node`);
  names.add(channel);
  return () => void names.delete(channel);
}
