/** What one look at one thing came to. */
export interface Finding {
  /** What was looked at: `own URL`, `peer http://…`. */
  readonly check: string;
  readonly status: "ok" | "warning" | "failure" | "skipped";
  /** What was seen. */
  readonly text: string;
  /** What to change; with a warning or a failure. */
  readonly advice?: string;
}
