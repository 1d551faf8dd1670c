import assert from "node:assert/strict";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { BackendApi } from "../../api/backend-api.js";
import { httpRoutes } from "../../api/http-routes.js";
import type { OpenApiDocument } from "../../api/openapi.js";
import { BusNode } from "../../bus-node.js";
import { HttpServer } from "../../core/http/http-server.js";
import { eventBusDefinition } from "../../proto/event-bus-service.js";
import { operatorDefinition } from "../../proto/operator-service.js";
import { FakeBus } from "../support/fake-bus.js";
import { freePorts } from "../support/ports.js";
import { post, serve } from "./faces.js";

type Operation = {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly requestBody?: { readonly content: Record<string, { readonly example: unknown }> };
  readonly responses: Record<string, { readonly $ref?: string; readonly content?: Record<string, { schema: object }> }>;
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
  const routes = httpRoutes(new BackendApi(bus)).map(({ method, path }) => `${String(method).toLowerCase()} ${path}`);
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

test("the document of a real node has all that it serves under /api/v1, and nothing else; and it answers as it says", async (t) => {
  const addRoute = t.mock.method(HttpServer.prototype, "addRoute");
  const [port = 0, admin = 0] = await freePorts(2);
  const node = new BusNode({ port, grpcPort: 0, admin: { port: admin }, peer: [], log: { level: "silent" } });
  t.after(() => node.stop());
  await node.start();
  const url = `http://127.0.0.1:${admin}/api/v1/`;
  const operations = operationsOf(await documentOf(url));
  const served = addRoute.mock.calls
    .map(({ arguments: [route] }) => route)
    .filter(({ path }) => path.startsWith("/api/"))
    .flatMap(({ method, path }) => [method].flat().map((one) => `${one.toLowerCase()} ${path}`));
  const described = operations.map(({ method, path }) => `${method} ${path}`);
  assert.deepEqual(described.toSorted(), [...new Set(served)].toSorted());
  for (const route of ["put /api/v1/log-level", "get /api/v1/cluster"]) assert.ok(described.includes(route));
  assert.deepEqual(new Set(operations.flatMap(({ operation }) => operation.tags)), new Set(["EventBus", "Operator"]));

  const forms = new Ajv2020({ strict: false, validateFormats: false });
  for (const { path: grpcPath } of Object.values(operatorDefinition)) {
    const path = `/api/v1/${grpcPath.split("/").at(-1)}`;
    const { operation } = operations.find((one) => one.path === path)!;
    assert.deepEqual(operation.tags, ["Operator"]);
    if (path.endsWith("/DrainNode")) continue; // ends the node
    const { example } = operation.requestBody!.content["application/json"]!;
    const response = await post(new URL(path, url).href, JSON.stringify(example));
    const answer = (await response.json()) as object;
    const isElsewhere = path.endsWith("/EndSession"); // the example's node is none
    assert.equal(response.status, isElsewhere ? 503 : 200, `${path}: ${JSON.stringify(answer)}`);
    if (isElsewhere) continue;
    const fits = forms.compile(operation.responses["200"]!.content!["application/json"]!.schema);
    assert.ok(fits(answer), `${path}: ${JSON.stringify(fits.errors)} ${JSON.stringify(answer)}`);
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
