import type { ServerSession } from "../session/server-session.js";
import type { Authorizer, Operation, Verdict } from "./authorizer.js";

/** Grants the listed operations to the sessions that `accepts` picks, and has no opinion on anything else. */
export class GrantAuthorizer implements Authorizer {
  readonly #operations: ReadonlySet<Operation>;
  readonly #accepts: (session: ServerSession) => boolean;

  constructor(
    operations: readonly Operation[] = ["create", "subscribe", "publish"],
    accepts: (session: ServerSession) => boolean = () => true,
  ) {
    this.#operations = new Set(operations);
    this.#accepts = accepts;
  }

  get ignoresMessages(): boolean {
    return this.authorize === GrantAuthorizer.prototype.authorize; // whoever extends it may look
  }

  authorize(operation: Operation, _channel: string, session: ServerSession): Verdict {
    return this.#operations.has(operation) && this.#accepts(session) ? "grant" : "ignore";
  }
}
