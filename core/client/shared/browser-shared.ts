/**
 * A client whose session all tabs of an origin share, by a SharedWorker; where there is none it has a session of its own.
 * An entry by itself: the plain clients are not made larger by it.
 */
import type { BayeuxClientOptionsInput } from "../client-options.js";
import { type HubOpener, serveOwn } from "./hub-link.js";
import { holdLifeLock } from "./life-lock.js";
import { SharedClient as AnySharedClient, type SharedClientParts } from "./shared-client.js";
import type { SharedPort } from "./shared-messages.js";

export { ConfigError } from "../../config-error.js";
export type { Message } from "../../message/message.js";
export type { Delivery, DeliveryListener, Subscription } from "../client-channel.js";
export { ClientError, type ClientErrorCode } from "../client-error.js";
export type { Gap } from "../gap-watch.js";

/** As of a `BayeuxClient`; those of the tab that begins the session count. */
export interface SharedClientOptions extends BayeuxClientOptionsInput {
  /** Tabs of one name share a session. Name the user where a browser may have several. Default "". */
  name?: string | undefined;
  /** The script that tabs share, of the page's own origin. Default: `shared-worker.js` beside this module. */
  worker?: string | URL | undefined;
}

/** Otherwise {@link AnySharedClient}. */
export class SharedClient extends AnySharedClient {
  /** @throws ConfigError naming every wrong or unknown option */
  constructor(options: SharedClientOptions, parts: Omit<SharedClientParts, "opener"> = {}) {
    const { name = "", worker, ...others } = options;
    super(others, { ...parts, opener: pageOpener(name, worker) });
    if (typeof addEventListener !== "function") return;
    addEventListener("pageshow", ({ persisted }) => {
      if (persisted) this.relink(); // meanwhile the others took it for gone
    });
  }
}

function pageOpener(name: string, script: string | URL | undefined): HubOpener {
  const url = script === undefined ? undefined : new URL(script, location.href).href;
  return {
    takeLock: holdLifeLock,
    openShared(failed) {
      if (typeof SharedWorker !== "function") return undefined;
      const options = { type: "module", name: `oortbus ${name}` } as const;
      try {
        // Written out where it is this package's own, so that bundlers find it.
        const worker =
          url === undefined
            ? new SharedWorker(new URL("./shared-worker.js", import.meta.url), options)
            : new SharedWorker(url, options);
        worker.onerror = failed;
        return worker.port as SharedPort;
      } catch {
        return undefined; // forbidden, by a Content-Security-Policy for example
      }
    },
    openOwn: (failed) =>
      serveOwn(
        () =>
          url === undefined ? import("./shared-worker.js") : import(/* webpackIgnore: true */ /* @vite-ignore */ url),
        failed,
      ),
  };
}
