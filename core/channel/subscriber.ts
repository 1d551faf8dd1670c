import type { Publication } from "../message/publication.js";
import type { ServerChannel } from "./server-channel.js";

/** Who a channel delivers to. A channel knows sessions only as this. */
export interface Subscriber {
  /**
   * The last publication offered to this subscriber. A publication reaches several channels of one subscriber
   * (`/a/b`, `/a/*`, `/**`) but is delivered once; comparing with this is cheaper than a set per publication.
   */
  lastOffered: Publication | undefined;
  /** Takes a publication, or not, by the subscriber's own rules. @returns whether it was taken */
  offer(publication: Publication, sender: Subscriber | undefined): boolean;
  /** A channel takes it in. @returns false when it may not be: it has ended, and nobody would take it out again */
  joins(channel: ServerChannel): boolean;
  /** The channel has let it go. */
  leaves(channel: ServerChannel): void;
}
