import { json } from "node:stream/consumers";
import { z } from "zod";
import type { Route } from "../core/http/http-server.js";
import { sendJson, sendProblem } from "../core/http/problem.js";
import type { Logger } from "../core/logger.js";

/** From the most to the least; `silent` writes nothing. */
export const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "silent"] as const;

const PATH = "/api/v1/log-level";
const MAX_BODY_BYTES = 1_024;
const body = z.strictObject({ level: z.enum(LOG_LEVELS) });

const LEVEL = z.toJSONSchema(body);
const ANSWER = { description: "What is logged from now on.", content: { "application/json": { schema: LEVEL } } };
const REFUSALS = Object.fromEntries(
  ["401", "403"].map((status) => [status, { $ref: `#/components/responses/${status}` }]),
);

/** {@link logLevelRoutes} for the API's OpenAPI document. */
export const LOG_LEVEL_PATHS = {
  [PATH]: {
    get: {
      operationId: "getLogLevel",
      tags: ["Operator"],
      summary: "What the node logs.",
      responses: { "200": ANSWER, ...REFUSALS },
    },
    put: {
      operationId: "setLogLevel",
      tags: ["Operator"],
      summary: "Changes what the node logs, until it is started again.",
      requestBody: { required: true, content: { "application/json": { schema: LEVEL, example: { level: "debug" } } } },
      responses: {
        "200": ANSWER,
        "400": { $ref: "#/components/responses/400" },
        "413": { $ref: "#/components/responses/413" },
        ...REFUSALS,
      },
    },
  },
} as const;

/** A logger that can be told what to write while it runs; pino's is one. */
interface LeveledLogger extends Logger {
  level: string;
}

/**
 * `GET` and `PUT /api/v1/log-level`: `{"level": "debug"}`, from now on and until the node is started again. None where the
 * node was handed a logger without levels.
 */
export function logLevelRoutes(logger: Logger): Route[] {
  if (!isLeveled(logger)) return [];
  return [
    { method: "GET", path: PATH, handle: (_request, response) => sendJson(response, 200, { level: logger.level }) },
    {
      method: "PUT",
      path: PATH,
      handle: async (request, response) => {
        const length = Number(request.headers["content-length"] ?? Number.NaN);
        if (!(length <= MAX_BODY_BYTES)) {
          return sendProblem(response, 413, `content-length must be given, and at most ${MAX_BODY_BYTES}`);
        }
        const wanted = body.safeParse(await json(request).catch(() => undefined));
        if (!wanted.success) {
          return sendProblem(response, 400, `the body must be {"level": …} with one of ${LOG_LEVELS.join(", ")}`);
        }
        const { level } = wanted.data;
        logger.warn({ from: logger.level, to: level }, "log level changed");
        logger.level = level;
        sendJson(response, 200, { level });
      },
    },
  ];
}

function isLeveled(logger: Logger): logger is LeveledLogger {
  return "level" in logger && typeof logger.level === "string";
}
