import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import type { Message } from "../../../core/message/message.js";
import { RawHttp } from "../../support/raw-client.js";
import { startServer } from "../../support/start-server.js";
import { readTrace } from "../../support/traces.js";
import { until, withinTime } from "../../support/until.js";

// What a page asked of Java CometD by script tags, asked of our server: it has to answer the same, message by message.

test("callback-polling answers as Java CometD does in story 24", async (t) => {
  const trace = readTrace("24");
  const { bayeux, url } = await startServer(
    t,
    { timeoutMs: 30_000 }, // as the recorded node says in its advice
    { transport: { allowedTransports: ["websocket", "long-polling", "callback-polling"] } },
  );
  const http = new RawHttp(t, url);
  const of = (kind: string) => trace.events.filter((event) => event.kind === kind).map(({ fields }) => fields);
  const [requests, responses, bodies] = [of("http-request"), of("http-response"), of("body")];
  assert.ok(requests.length === 7 && responses.length === 7 && bodies.length === 7);
  let ours = "";
  let theirs = "";
  for (const [index, { request }] of requests.entries()) {
    const path = String(request).split(" ")[1]!;
    const started = http.open({ method: "GET", path: theirs === "" ? path : path.replaceAll(theirs, ours) });
    started.request.end();
    const status = Number(String(responses[index]?.status).split(" ")[1]);
    const recorded = status === 200 ? called(String(bodies[index]?.body)) : undefined;
    const delivered = recorded?.messages.find(({ data }) => data !== undefined);
    if (delivered !== undefined) {
      const [session] = bayeux.sessions.values();
      await until(() => session?.holder !== undefined, "the connect is held");
      bayeux.publish(undefined, delivered.channel, delivered.data);
    }
    const answer = await withinTime(started.response, `the answer to ${path}`);
    assert.equal(answer.status, status, path);
    if (recorded === undefined) continue;
    assert.match(String(answer.headers["content-type"]), /^text\/javascript; ?charset=utf-8$/i);
    const { name, messages } = called(answer.body);
    assert.equal(name, recorded.name);
    if (index === 0) {
      theirs = String(recorded.messages[0]?.clientId);
      ours = String(messages[0]?.clientId);
      assert.match(answer.headers["set-cookie"]?.[0] ?? "", /^BAYEUX_BROWSER=[0-9a-z]+; Path=\/; HttpOnly$/);
    }
    assert.deepEqual(sorted(messages), sorted(recorded.messages));
  }
  assert.equal(bayeux.sessions.size, 0);
});

/** Runs a script as a page would. @returns which function it called, and with what */
function called(script: string): { name: string; messages: Message[] } {
  const name = /(cb\d+)\(/.exec(script)?.[1] ?? "";
  let json = "";
  runInNewContext(script, { [name]: (messages: unknown) => (json = JSON.stringify(messages)) });
  return { name, messages: JSON.parse(json) as Message[] };
}

/** Without what is made anew in each run, and in one order of what has none. */
function sorted(messages: readonly Message[]): Message[] {
  const plain = messages.map(({ clientId: _, supportedConnectionTypes, ...rest }) => ({
    ...rest,
    ...(supportedConnectionTypes === undefined
      ? {}
      : { supportedConnectionTypes: [...supportedConnectionTypes].sort() }),
  }));
  return plain.sort((left, right) => (String(left.id) < String(right.id) ? -1 : 1));
}
