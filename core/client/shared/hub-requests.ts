import type { Message } from "../../message/message.js";
import { ClientError } from "../client-error.js";
import { handledPromise } from "../handled-promise.js";
import { fromWire, type HubMessage, type TabMessage } from "./shared-messages.js";

/** What waits for an answer of the hub. */
export interface HubRequest {
  resolve(reply: Message): void;
  reject(error: ClientError): void;
  /** A subscribe or unsubscribe: made again with the next session. */
  readonly isRepeatable: boolean;
}

/** A message that is answered, but for its id. */
export type Asking<M = TabMessage> = M extends { id: number } ? Omit<M, "id"> : never;

/**
 * What a tab has asked of the hub and was not answered yet. The handshake goes first; what is asked before it, or before
 * there is a hub, waits: `maxQueued` at most.
 */
export class HubRequests {
  readonly #maxQueued: number;
  readonly #write: (message: TabMessage) => void;
  readonly #unanswered = new Map<number, HubRequest>();
  #greeting: TabMessage | undefined;
  #queued: TabMessage[] = [];
  #isLinked = false;
  #isIn = false;
  #nextId = 1;

  /** @param write - to the hub; called only while there is one */
  constructor(maxQueued: number, write: (message: TabMessage) => void) {
    this.#maxQueued = maxQueued;
    this.#write = write;
  }

  /** The tab takes part in the session, or has asked to. */
  get isIn(): boolean {
    return this.#isIn;
  }

  /** Takes part. What waits follows. */
  handshake(): Promise<Message> {
    this.#isIn = true;
    const { promise, resolve, reject } = handledPromise<Message>();
    this.#greeting = { kind: "handshake", id: this.#add({ resolve, reject, isRepeatable: false }) };
    this.#flush();
    return promise;
  }

  promise(message: Asking): Promise<Message> {
    const { promise, resolve, reject } = handledPromise<Message>();
    this.ask(message, { resolve, reject, isRepeatable: false });
    return promise;
  }

  /** Copies the message at once: the application may change its data. */
  ask(message: Asking, request: HubRequest): void {
    const id = this.#add(request);
    try {
      const copy = structuredClone({ ...message, id }) as TabMessage;
      if (this.#isOpen) {
        this.#write(copy);
      } else if (this.#queued.length < this.#maxQueued || request.isRepeatable) {
        this.#queued.push(copy);
      } else {
        throw new ClientError("overflow", `more than ${this.#maxQueued} messages wait for a connection`);
      }
    } catch (error) {
      this.#unanswered.delete(id);
      request.reject(error as ClientError);
    }
  }

  answered(answer: HubMessage & { kind: "reply" | "error" }): void {
    const request = this.#unanswered.get(answer.id);
    this.#unanswered.delete(answer.id);
    if (answer.kind === "reply") request?.resolve(answer.reply);
    else request?.reject(fromWire(answer.error));
  }

  /** There is a hub. */
  linked(): void {
    this.#isLinked = true;
    this.#flush();
  }

  unlinked(): void {
    this.#isLinked = false;
  }

  /** The session is over for this tab, and nothing is answered any more. */
  over(cause: ClientError): void {
    this.#isIn = false;
    this.#greeting = undefined;
    this.#queued = [];
    const requests = [...this.#unanswered.values()];
    this.#unanswered.clear();
    for (const { reject, isRepeatable } of requests) {
      reject(isRepeatable ? new ClientError("session", "the session is gone", { cause }) : cause);
    }
  }

  get #isOpen(): boolean {
    return this.#isLinked && this.#isIn;
  }

  #add(request: HubRequest): number {
    const id = this.#nextId++;
    this.#unanswered.set(id, request);
    return id;
  }

  #flush(): void {
    if (!this.#isOpen || this.#greeting === undefined) return;
    this.#write(this.#greeting);
    this.#greeting = undefined;
    const queued = this.#queued;
    this.#queued = [];
    for (const message of queued) this.#write(message);
  }
}
