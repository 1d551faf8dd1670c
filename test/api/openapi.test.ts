import assert from "node:assert/strict";
import { test } from "node:test";
import { EventBusApi } from "../../api/event-bus-api.js";
import { httpRoutes } from "../../api/http-routes.js";
import type { OpenApiDocument } from "../../api/openapi.js";
import { eventBusDefinition } from "../../proto/event-bus-service.js";
import { FakeBus } from "../support/fake-bus.js";
import { post, serve } from "./faces.js";

type Operation = {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Record<string, { readonly example: unknown }> };
  readonly responses: Record<string, { readonly $ref?: string; readonly content?: object }>;
};

async function documentOf(url: string): Promise<OpenApiDocument> {
  const response = await fetch(`${url}openapi.json`);
  assert.equal(response.headers.get("content-type"), "application/json");
  return (await response.json()) as OpenApiDocument;
}

const operationsOf = ({ paths }: OpenApiDocument) =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation: operation as Operation })),
  );

test("every route is in the OpenAPI document, and nothing else is; and every gRPC method is a route", async (t) => {
  const bus = new FakeBus();
  const { url } = await serve(t, bus);
  const document = await documentOf(url);
  assert.equal(document.openapi, "3.1.0");
  const routes = httpRoutes(new EventBusApi(bus)).map(({ method, path }) => `${String(method).toLowerCase()} ${path}`);
  const described = operationsOf(document).map(({ method, path }) => `${method} ${path}`);
  assert.deepEqual(described.sort(), routes.sort());
  const methods = Object.values(eventBusDefinition).map(({ path }) => `post /api/v1/${path.split("/").at(-1)}`);
  assert.deepEqual(routes.filter((route) => route.startsWith("post ")).sort(), methods.sort());
});

test("every example request of the document is taken by its route", async (t) => {
  const bus = new FakeBus();
  const { url } = await serve(t, bus);
  const document = await documentOf(url);
  let tried = 0;
  for (const { path, operation } of operationsOf(document)) {
    for (const [type, { example }] of Object.entries(operation.requestBody?.content ?? {})) {
      if (path.endsWith("/Drain")) continue; // last: then nothing else is answered
      const response = await post(new URL(path, url).href, `${JSON.stringify(example)}\n`, {
        "content-type": type,
        "request-timeout": "0.3",
      });
      const text =
        response.headers.get("content-type") === "application/x-ndjson"
          ? await firstLine(response)
          : await response.text();
      assert.equal(response.status, 200, `${path}: ${text}`);
      assert.ok(!("problem" in (JSON.parse(text) as object)), `${path}: ${text}`);
      tried += 1;
    }
  }
  assert.ok(tried > 10);
});

test("every reference leads somewhere, each refusal is described, and every required field has an example", async (t) => {
  const { url } = await serve(t, new FakeBus());
  const document = await documentOf(url);
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = ""]) => path);
  assert.ok(references.length > 50);
  for (const path of references) {
    const target = path.split("/").reduce<unknown>((node, name) => (node as Record<string, unknown>)?.[name], document);
    assert.ok(target !== undefined, path);
  }
  for (const { path, method, operation } of operationsOf(document)) {
    assert.ok(operation.responses["200"]?.content, path);
    if (method === "post") assert.ok(operation.responses["400"]?.$ref, path);
  }
});

async function firstLine(response: Response): Promise<string> {
  let text = "";
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    if (text.includes("\n")) break;
  }
  return text.split("\n")[0]!;
}
