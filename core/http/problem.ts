import { type ServerResponse, STATUS_CODES } from "node:http";

/**
 * Answers with a short JSON problem (RFC 9457): `{"title", "status", "detail"?}`. Does nothing when an answer has begun.
 * @param detail - safe to show to a stranger
 */
export function sendProblem(response: ServerResponse, status: number, detail?: string): void {
  if (response.headersSent || response.destroyed) return;
  sendJson(response, status, { title: STATUS_CODES[status] ?? "Error", status, detail }, "application/problem+json");
}

/** Answers with JSON that nobody may cache. */
export function sendJson(response: ServerResponse, status: number, body: unknown, type = "application/json"): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    "content-type": type,
    "content-length": bytes.length,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  response.end(bytes);
}
