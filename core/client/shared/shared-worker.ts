/**
 * What runs in the SharedWorker of an origin, or, where there is none, in the page itself. Loaded as a module; a program
 * of one's own may do the same with {@link serveTabs} and a client with other extensions.
 */

import type { BayeuxClient as AnyBayeuxClient } from "../bayeux-client.js";
import { BayeuxClient } from "../browser.js";
import type { BayeuxClientOptionsInput } from "../client-options.js";
import { AckClientExtension } from "../extension/ack-client-extension.js";
import { ConnectionHub } from "./connection-hub.js";
import { holdLifeLock } from "./life-lock.js";
import type { SharedPort } from "./shared-messages.js";

export * from "../browser.js";

/** The part of a SharedWorker's global object in use. */
interface SharedWorkerScope {
  onconnect: ((event: { ports: readonly SharedPort[] }) => void) | null;
}

const makeDefault = (options: BayeuxClientOptionsInput): AnyBayeuxClient => {
  const client = new BayeuxClient(options);
  client.addExtension(new AckClientExtension());
  return client;
};

let hub: ConnectionHub | undefined;
let makeClient = makeDefault;

/** Which client the tabs shall share, in place of one with acknowledged delivery. Before the first of them comes. */
export function serveTabs(make: (options: BayeuxClientOptionsInput) => AnyBayeuxClient): void {
  makeClient = make;
}

/** Serves the page that has loaded this module for itself. */
export function serveTab(port: SharedPort): void {
  hub ??= new ConnectionHub((options) => makeClient(options), { lock: holdLifeLock() });
  hub.connect(port);
}

// In a worker `onconnect` is null until it is set, in a page it is not there.
if ("onconnect" in globalThis) {
  (globalThis as unknown as SharedWorkerScope).onconnect = ({ ports }) => {
    for (const port of ports) serveTab(port);
  };
}
