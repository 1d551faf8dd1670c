import assert from "node:assert/strict";
import type { Message } from "../../core/message/message.js";
import type { FakeResponse } from "./fake-http.js";

/** Status lines that may come: refusals, and the end of an older connect (500, without a body). */
const STATUSES = new Set([200, 400, 403, 404, 408, 413, 429, 500]);
const ERROR = /^4\d\d:[^:]*:[a-z_]+$/;

/** Fails unless these are messages that clients can take. */
export function checkMessages(messages: unknown): asserts messages is Message[] {
  assert.ok(Array.isArray(messages), "an array");
  for (const message of messages as Message[]) {
    assert.equal(typeof message, "object");
    const hasChannel = typeof message.channel === "string" || message.error === "400::channel_missing";
    assert.ok(hasChannel, "each has a channel, if its request had one");
    assert.ok(message.id === undefined || typeof message.id === "string", "an id is text");
    if (message.successful === undefined) {
      for (const field of ["clientId", "error", "advice", "id"]) assert.equal(message[field], undefined, field);
      assert.ok(Object.hasOwn(message, "data"), "a delivery has data");
      assert.equal(typeof (message.ext ?? {}), "object", "ext is one");
    } else {
      assert.equal(typeof message.successful, "boolean");
    }
    if (message.successful === false) assert.match(String(message.error), ERROR);
    if (message.successful === true) assert.equal(message.error, undefined);
  }
}

/** Fails unless the response, whole or up to now, is one that clients can take. @returns the messages in it */
export function checkResponse(response: FakeResponse, method: string): Message[] {
  const { status, body } = response;
  assert.ok(response.headersSent, "answered");
  assert.ok(STATUSES.has(status), `status ${status}`);
  if (status === 500) assert.equal(body, "");
  if (status !== 200 || method === "OPTIONS") return [];
  return messagesOf(String(response.getHeader("content-type")), body);
}

function messagesOf(type: string, body: string): Message[] {
  if (type.startsWith("application/json")) return parsed(body);
  if (type.startsWith("text/javascript")) {
    const call = /^\/\*\*\/[a-zA-Z0-9._-]+\((.*)\);$/s.exec(body);
    assert.ok(call, "a call of the callback");
    assert.doesNotMatch(body, /[\u2028\u2029]/);
    return ofScript(call[1]!);
  }
  if (type.startsWith("application/x-ndjson")) return lines(body, "").flatMap(parsed);
  if (type.startsWith("text/event-stream")) return lines(body, "data:").flatMap(parsed);
  if (type.startsWith("text/html")) {
    const scripts = [...body.matchAll(/<script>(.*?)<\/script>/gs)].map((match) => match[1] ?? "");
    assert.equal(body.split("<script").length, scripts.length + 1, "nothing but our scripts");
    return scripts.flatMap((script) => {
      const call = /^r\((.*)\)$/s.exec(script);
      assert.ok(call !== null || script.startsWith("function r(m){"), `a script of ours: ${script}`);
      return call === null || call[1] === "null" ? [] : ofScript(call[1]!);
    });
  }
  assert.match(type, /^multipart\/x-mixed-replace/);
  return lines(body, "[").flatMap((line) => parsed(`[${line}`));
}

/** What a script hands over: a literal, or a text that is to be parsed there. */
function ofScript(argument: string): Message[] {
  const text = /^JSON\.parse\((.*)\)$/s.exec(argument)?.[1];
  if (text !== undefined) return parsed(JSON.parse(text) as string);
  assert.ok(!argument.includes("__proto__"), "a literal chooses no prototype");
  return parsed(argument);
}

function lines(body: string, start: string): string[] {
  const whole = body.slice(0, body.lastIndexOf("\n") + 1).split(/\r?\n/);
  return whole
    .filter((line) => line.startsWith(start))
    .map((line) => line.slice(start.length))
    .filter((line) => line.trim() !== "");
}

function parsed(json: string): Message[] {
  const messages: unknown = JSON.parse(json);
  checkMessages(messages);
  return messages;
}
