import { z } from "zod";
import type { ApiMethod, ApiService } from "./api-method.js";
import { scopeOfCall } from "./call-scopes.js";
import { problem } from "./messages.js";

/** Operations by path and, in small letters, HTTP method. */
export type OpenApiPaths = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What a client generator or a reader of OpenAPI 3.1 looks at. */
export type OpenApiDocument = Readonly<Record<string, unknown>> & {
  readonly paths: OpenApiPaths;
};

const SERVICES: Readonly<Record<ApiService, string>> = {
  EventBus: "What backends ask: gRPC's oortbus.v1.EventBus.",
  Operator: "The cluster as its operators see and steer it: gRPC's oortbus.v1.Operator. Times are ms since the epoch.",
};

/** Refusals that any call may get, by HTTP status. */
const REFUSALS: Readonly<Record<string, string>> = {
  "400": "A field is missing, of the wrong form or over its limit; `field` names it.",
  "401": "The listener wants a bearer token.",
  "403": "The token has not the scope of the call, or the channel is one of the cluster's own.",
  "409": "The node is not configured for it.",
  "413": "The request or its payload is too large.",
  "415": "The body is of another type.",
  "422": "The idempotency key was used for another request.",
  "429": "Too much is under way, or more calls in a second than the token may make; see Retry-After.",
  "500": "A fault of the node.",
  "503": "The node is joining or leaving the cluster: ask another one.",
  "504": "Not done in time; whether it was done is unknown.",
};

const problemDocument = problem.extend({
  title: z.string(),
  code: z.string().optional(),
  detail: z.string().optional(),
});

/**
 * The OpenAPI 3.1 document of the HTTP twin: its schemas are those that requests are checked with.
 * @param others - what else is served beside the methods; they may refer to the document's parts
 */
export function openApiDocument(methods: Iterable<ApiMethod>, others: OpenApiPaths = {}): OpenApiDocument {
  const paths = [...methods].map((method) => [`/api/v1/${method.name}`, { post: operationOf(method) }] as const);
  const cluster = paths.find(([path]) => path.endsWith("/GetCluster"))![1].post;
  const { responses, summary, tags } = cluster;
  return {
    openapi: "3.1.0",
    info: {
      title: "Oortbus",
      version: "1",
      description:
        "The backend API of a node, over HTTP: the same calls as gRPC's oortbus.v1.EventBus and oortbus.v1.Operator.",
    },
    tags: Object.entries(SERVICES).map(([name, description]) => ({ name, description })),
    servers: [{ url: "/" }],
    security: [{ token: [] }, {}],
    paths: {
      ...Object.fromEntries(paths),
      "/api/v1/cluster": { get: { operationId: "cluster", tags, summary, responses } },
      "/api/v1/openapi.json": {
        get: {
          operationId: "openapi",
          tags,
          summary: "This document.",
          responses: { "200": { description: "OpenAPI 3.1", content: { "application/json": {} } } },
        },
      },
      ...others,
    },
    components: {
      schemas: { Problem: schemaOf(problemDocument, "output") },
      responses: Object.fromEntries(
        Object.entries(REFUSALS).map(([status, description]) => [
          status,
          {
            description,
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
          },
        ]),
      ),
      parameters: {
        timeout: {
          name: "Request-Timeout",
          in: "header",
          description: "How long the caller waits, in seconds; the node stops trying then.",
          schema: { type: "number", exclusiveMinimum: 0 },
          example: 2.5,
        },
      },
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
    },
  };
}

function operationOf({ service, name, summary, kind, request, response }: ApiMethod) {
  const schema = schemaOf(request, "input");
  const takes = kind === "exchange" ? "application/x-ndjson" : "application/json";
  const answer = { schema: schemaOf(response, "output") };
  const gives = kind === "unary" ? ["application/json"] : ["application/x-ndjson", "text/event-stream"];
  const each = kind === "unary" ? "The answer." : "One such object on each line, or as the data of an event.";
  return {
    operationId: name,
    tags: [service],
    summary,
    description: `A token needs the scope \`${scopeOfCall(name)}\`.`,
    parameters: [{ $ref: "#/components/parameters/timeout" }],
    requestBody: {
      required: true,
      ...(kind === "exchange" ? { description: "One such object on each line." } : {}),
      content: { [takes]: { schema, example: sampleOf(schema) } },
    },
    responses: {
      "200": { description: each, content: Object.fromEntries(gives.map((type) => [type, answer])) },
      ...Object.fromEntries(
        Object.keys(REFUSALS).map((status) => [status, { $ref: `#/components/responses/${status}` }]),
      ),
    },
  };
}

interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
  readonly example?: unknown;
}

function schemaOf(schema: z.ZodType, io: "input" | "output"): SchemaNode {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest as SchemaNode;
}

/** A request with all that is required, made of the fields' examples. */
function exampleOf({ properties = {}, required = [] }: SchemaNode): Record<string, unknown> {
  return Object.fromEntries(required.map((name) => [name, sampleOf(properties[name] ?? {})]));
}

function sampleOf(node: SchemaNode): unknown {
  if (node.example !== undefined) return node.example;
  if (node.items !== undefined) return [sampleOf(node.items)];
  return node.properties === undefined ? undefined : exampleOf(node);
}
