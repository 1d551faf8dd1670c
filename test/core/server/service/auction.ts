import type { Message } from "../../../../core/message/message.js";
import { listener, remoteCall, service, subscription } from "../../../../core/server/service/decorators.js";
import { RemoteCallError, type RemoteCaller } from "../../../../core/server/service/remote-call.js";
import type { ServerSession } from "../../../../core/session/server-session.js";

/** Bids go up; the auctioneer hears them all, and calls the last one out. A service of every kind of method. */
@service("auction")
export class Auction {
  readonly #bids = new Map<string, number>();

  @listener("/auction/{lot}")
  check(_session: ServerSession | undefined, { data }: Message, { lot }: { lot: string }): boolean {
    return typeof data === "number" && data > (this.#bids.get(lot) ?? 0);
  }

  @subscription("/auction/{lot}")
  note({ data }: Message, { lot }: { lot: string }): void {
    this.#bids.set(lot, data as number);
  }

  @remoteCall("auction/{lot}/hammer")
  async hammer(_caller: RemoteCaller, _data: unknown, { lot }: { lot: string }): Promise<object> {
    const price = this.#bids.get(lot);
    if (price === undefined) throw new RemoteCallError("nobody bids", { lot });
    return { lot, price };
  }
}
