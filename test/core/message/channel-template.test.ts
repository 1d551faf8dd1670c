import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type ParametersOf, parseTemplate } from "../../../core/message/channel-template.js";

const MATCHES: [pattern: string, name: string, parameters: object | undefined][] = [
  ["/a/{x}", "/a/1", { x: "1" }],
  ["/a/{x}", "/a", undefined],
  ["/a/{x}", "/a/1/2", undefined],
  ["/a/{x}", "/b/1", undefined],
  ["/a/{x}", "/a/*", undefined],
  ["/a/{x}", "/a/**", undefined],
  ["/a/{x}", "/a/{x}", { x: "{x}" }],
  ["/{tenant}/room/{room}", "/acme/room/blue", { tenant: "acme", room: "blue" }],
  ["/{tenant}/room/{room}", "/acme/hall/blue", undefined],
  ["/a/{__proto__}", "/a/1", undefined],
  ["/a/b", "/a/b", {}],
  ["/a/b", "/a/c", undefined],
  ["/a/*", "/a/c", {}],
  ["/a/*", "/a/c/d", undefined],
  ["/a/**", "/a/c/d", {}],
  ["/a/x{y}", "/a/x{y}", {}],
  ["/a/x{y}", "/a/xz", undefined],
];

for (const [pattern, name, parameters] of MATCHES) {
  test(`${pattern} ${parameters === undefined ? "does not match" : "matches"} ${name}`, () => {
    const matched = parseTemplate(pattern).match(name);
    if (pattern.includes("__proto__")) assert.deepEqual(Object.entries(matched ?? {}), [["__proto__", "1"]]);
    else assert.deepEqual(matched, parameters);
  });
}

test("the covering channel is the narrowest wildcard", () => {
  const covering = (pattern: string) => parseTemplate(pattern).covering;
  assert.deepEqual(["/a/{x}", "/a/{x}/b", "/{x}", "/{x}/b", "/a/b", "/a/*"].map(covering), [
    "/a/*",
    "/a/**",
    "/*",
    "/**",
    "/a/b",
    "/a/*",
  ]);
});

test("what is no template is refused", () => {
  for (const wrong of ["/a/{x}/*", "/a/{x}/{x}", "a/{x}", "/a//{x}", "/a/{ü}"]) {
    assert.throws(() => parseTemplate(wrong), RangeError, wrong);
  }
});

test("filled in, a template is the name that it matches", () => {
  const template = parseTemplate("/{tenant}/room/{room}");
  assert.equal(template.fill({ tenant: "acme", room: "blue" }), "/acme/room/blue");
  for (const room of ["", "a/b", "*", "**", "x?", " x "]) {
    assert.throws(() => template.fill({ tenant: "acme", room }), RangeError, room);
  }
  assert.throws(() => template.fill({ tenant: "acme" } as never), /the parameter room/);
  assert.throws(() => parseTemplate("/a/*").fill({}), RangeError);
  const segment = fc.stringMatching(/^[a-zA-Z0-9_.-]{1,9}$/);
  fc.assert(
    fc.property(segment, segment, (tenant, room) => {
      assert.deepEqual(template.match(template.fill({ tenant, room })), { tenant, room });
    }),
  );
});

test("its parameters are known to the compiler", () => {
  const parameters: ParametersOf<"/{tenant}/room/{room}"> = { tenant: "acme", room: "blue" };
  // @ts-expect-error there is no such parameter
  const wrong: ParametersOf<"/a/{x}"> = { y: "1" };
  const none: ParametersOf<"/a/b"> = {};
  assert.ok(parameters.room && wrong && none);
});
