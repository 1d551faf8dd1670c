/** How a transport prints the messages of a response, and which it may carry. */
export interface ResponseForm {
  /** Names and values by turns. */
  readonly headers: readonly string[];
  /** Around the JSON array. */
  readonly wrap: (json: string) => string;
  /** Its reader learns the status: not so a script, which runs only with 200. */
  readonly showsStatus: boolean;
  /** Deliveries travel in connect replies only: the responses may be looked at out of order. */
  readonly metaConnectDeliveryOnly: boolean;
}

/** A plain JSON array, with deliveries in whatever is answered (spec section 14.2). */
export const JSON_FORM: ResponseForm = {
  headers: ["Content-Type", "application/json", "Cache-Control", "no-store"],
  wrap: (json) => json,
  showsStatus: true,
  metaConnectDeliveryOnly: false,
};
