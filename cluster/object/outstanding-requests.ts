import type { ReplyMessage } from "./service-message.js";

/** How a request ended, for the table; `left` and `nobody` as in ServiceFault. */
export type Ending = ReplyMessage | "left" | "nobody";

interface Outstanding {
  /** Who may yet answer. */
  readonly waiting: Set<string>;
  readonly isBroadcast: boolean;
}

/** A request that has ended. */
export interface Ended {
  readonly id: number;
  readonly ending: Ending;
}

/**
 * The requests that wait for answers, and of whom. Pure. The first answer ends a request; so does it that nobody is left
 * who may answer. Ids count up from 1, so that requests are in the order of their ids, and of their time-outs.
 * @see spec/oort-seti.md section 26
 */
export class OutstandingRequests {
  readonly #requests = new Map<number, Outstanding>();
  #lastId = 0;

  get size(): number {
    return this.#requests.size;
  }

  /** @param nodes - who may answer; of a broadcast those who got it */
  open(nodes: Iterable<string>, isBroadcast: boolean): number {
    this.#lastId += 1;
    this.#requests.set(this.#lastId, { waiting: new Set(nodes), isBroadcast });
    return this.#lastId;
  }

  isWaiting(id: number): boolean {
    return this.#requests.has(id);
  }

  /** @returns undefined when the request waits on, or waits no more, or the node was not asked */
  answered(reply: ReplyMessage): Ended | undefined {
    const { id, url } = reply;
    const request = this.#requests.get(id);
    if (request?.waiting.has(url) !== true) return undefined;
    if (!reply.ignored) return this.#end(id, reply);
    return this.#drop(id, request, url, "nobody");
  }

  /** A node is gone. @returns the requests that nobody is left to answer */
  left(url: string): Ended[] {
    const ended: Ended[] = [];
    for (const [id, request] of [...this.#requests]) {
      const end = this.#drop(id, request, url, request.isBroadcast ? "nobody" : "left");
      if (end !== undefined) ended.push(end);
    }
    return ended;
  }

  /** @returns whether it was waiting until now */
  giveUp(id: number): boolean {
    return this.#requests.delete(id);
  }

  /** All that wait, the oldest first. */
  get ids(): number[] {
    return [...this.#requests.keys()];
  }

  #drop(id: number, { waiting }: Outstanding, url: string, ending: Ending): Ended | undefined {
    if (!waiting.delete(url) || waiting.size > 0) return undefined;
    return this.#end(id, ending);
  }

  #end(id: number, ending: Ending): Ended {
    this.#requests.delete(id);
    return { id, ending };
  }
}
