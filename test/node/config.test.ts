import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { nodeOptions, readConfig, readConfigFile, resolveConfig } from "../../config.js";
import { layerFromFlags } from "../../core/option-sources.js";
import { ConfigError } from "../../core/options.js";
import { configurationPage } from "../../scripts/configuration-page.js";
import { printConfig } from "../../scripts/print-config.js";
import { projectRoot } from "../support/project-root.js";

type Flags = Record<string, (string | true)[]>;

function resolve(flags: Flags = {}, environment: Record<string, string> = {}, content?: unknown) {
  const file = content === undefined ? undefined : { name: "bus.yaml", content };
  return resolveConfig(layerFromFlags(nodeOptions, new Map(Object.entries(flags))), environment, file);
}

/** The lines of the ConfigError. */
function problemsOf(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof ConfigError, String(error));
    return error.message.split("\n");
  }
  return assert.fail("nothing was wrong with it");
}

test("flags go before environment, environment before file, file before defaults", () => {
  const file = { port: 1_001, host: "::1", log: { level: "debug" }, oort: { channels: ["/a"] } };
  const { value, sources } = resolve({ port: ["1003"] }, { OORTBUS_PORT: "1002", OORTBUS_HOST: "127.0.0.9" }, file);
  assert.equal(value.port, 1_003);
  assert.equal(value.host, "127.0.0.9");
  assert.equal(value.log.level, "debug");
  assert.deepEqual(value.oort.channels, ["/a"]);
  assert.equal(value.bayeux.timeoutMs, 25_000);
  assert.deepEqual(Object.fromEntries(sources), {
    port: "flag",
    host: "environment",
    "log.level": "bus.yaml",
    "oort.channels": "bus.yaml",
  });
});

test("what is not given is worked out from the rest", () => {
  const config = readConfig({ port: 8_082 });
  assert.equal(config.url, "http://127.0.0.1:8082/cometd");
  assert.equal(config.grpcPort, 9_082);
  assert.equal(config.auth.mode, "open");
  assert.equal(readConfig({ host: "::1" }).url, "http://[::1]:8080/cometd");
  assert.doesNotMatch(readConfig({ host: "0.0.0.0", auth: { mode: "open" } }).url, /0\.0\.0\.0/);
  assert.ok(Object.isFrozen(config) && Object.isFrozen(config.oort));
});

test("text becomes what the option is: numbers, true and false, lists", () => {
  const environment = {
    OORTBUS_DEMO: "true",
    OORTBUS_SECRET: "s",
    OORTBUS_PEER: "http://a:1/cometd, http://b:1/cometd",
  };
  const { value } = resolve({ "oort.channels": ["/a/**,/b", "/c"], demo: [true] }, environment);
  assert.equal(value.demo, true);
  assert.deepEqual(value.peer, ["http://a:1/cometd", "http://b:1/cometd"]);
  assert.deepEqual(value.oort.channels, ["/a/**", "/b", "/c"]);
});

test("an empty variable counts as not set", () => {
  assert.equal(resolve({}, { OORTBUS_PORT: "", OORTBUS_CONFIG: "" }, { port: 7_000 }).value.port, 7_000);
});

test("everything wrong in every source is told at once, each by its name and with what is allowed", () => {
  const problems = problemsOf(() =>
    resolve(
      { port: ["abc"], secret: [true], host: ["127.0.0.1", "::1"], demo: ["yes"], "oort.maxRetryMs": ["1"] },
      { OORTBUS_POORT: "1", OORTBUS_BAYEUX_TIMEOUT_MS: "-4", OORTBUS_SETI_PRESENCE: "psychic" },
      { oort: { chanels: [], url: "http://x/" }, transport: 3, auth: { mode: "magic" }, peer: ["nowhere"] },
    ),
  );
  const expected = [
    /^--secret: needs a value/,
    /^--host: given 2 times/,
    /^--port "abc": must be a whole number from 1 to 65535$/,
    /^--demo "yes": must be true or false$/,
    /^OORTBUS_POORT: unknown variable; did you mean OORTBUS_PORT\?$/,
    /^OORTBUS_BAYEUX_TIMEOUT_MS -4: must be a whole number, at least 1$/,
    /^OORTBUS_SETI_PRESENCE "psychic": must be "flood"/,
    /^bus\.yaml: oort\.chanels: unknown option; did you mean oort\.channels\?$/,
    /^bus\.yaml: oort\.url: unknown option/,
    /^bus\.yaml: transport: must be a section with allowedTransports/,
    /^bus\.yaml: auth\.mode "magic": must be "open" or "jwt" or "custom"$/,
    /^bus\.yaml: peer \["nowhere"\]: must be an absolute http or https URL/,
    /maxRetryMs must be at least minRetryMs/,
  ];
  for (const pattern of expected)
    assert.ok(
      problems.some((line) => pattern.test(line)),
      `${pattern}\n${problems.join("\n")}`,
    );
  assert.equal(problems.filter((line) => !/secret/.test(line)).length, expected.length - 1, problems.join("\n"));
});

test("a secret that is wrong is not repeated in the error", () => {
  const token = "my token with blanks";
  const [problem] = problemsOf(() => readConfig({ admin: { token } }));
  assert.match(problem!, /admin\.token/);
  assert.ok(!problem!.includes(token));
});

test("a node that others can reach needs a word on who may log in", () => {
  for (const host of ["0.0.0.0", "::", "192.168.1.5", "bus.example"]) {
    assert.match(problemsOf(() => readConfig({ host })).join(), /auth\.mode: must be given/);
    assert.equal(readConfig({ host, auth: { mode: "open" } }).host, host);
  }
  for (const host of ["127.0.0.1", "127.1.2.3", "::1", "localhost"])
    assert.equal(readConfig({ host }).auth.mode, "open");
});

test("an API that others can reach needs a token", () => {
  const host = "0.0.0.0";
  assert.match(problemsOf(() => readConfig({ admin: { port: 9_000, host } })).join(), /admin\.token: must be given/);
  assert.match(problemsOf(() => readConfig({ grpc: { host } })).join(), /admin\.token: must be given/);
  readConfig({ grpc: { host }, admin: { port: 9_000, host, token: "t" } });
  readConfig({ grpc: { host }, grpcPort: 0 });
  const tokens = [{ name: "prometheus", token: "t", scopes: ["metrics" as const] }];
  readConfig({ grpc: { host }, admin: { port: 9_000, host, tokens } });
  const tls = { certFile: "c", keyFile: "k", caFile: "a", mutual: true };
  readConfig({ grpc: { host, tls }, admin: { port: 9_000, host, tls } });
});

test("what is wrong inside a list of things is told with its place, and no secret of it", () => {
  const tokens = [
    { name: "ci", token: "hush", scopes: ["send"] },
    { name: "a b", token: "hush hush", scopes: ["sing"] },
  ];
  const problems = problemsOf(() => resolve({}, { OORTBUS_ADMIN_TOKENS: JSON.stringify(tokens) }));
  assert.match(problems.join("\n"), /^OORTBUS_ADMIN_TOKENS\[1\]\.name: must be 1 to 64 letters/m);
  assert.doesNotMatch(problems.join("\n"), /hush/);
  assert.match(
    problemsOf(() => resolve({ "admin.tokens": ["no json"] })).join(),
    /^--admin\.tokens: must be a list of sections with name, token, scopes/,
  );
  assert.match(
    problemsOf(() => resolve({}, {}, { admin: { tokens: [{ ...tokens[0], scope: "x" }] } })).join(),
    /^bus\.yaml: admin\.tokens\[0\]\.scope: unknown option/,
  );
  const given = resolve({}, { OORTBUS_ADMIN_TOKENS: JSON.stringify(tokens.slice(0, 1)) });
  assert.deepEqual(given.value.admin.tokens, tokens.slice(0, 1));
  assert.doesNotMatch(printConfig(nodeOptions, given), /hush/);
});

test("peers without a secret, and ports that collide, are refused", () => {
  assert.match(problemsOf(() => readConfig({ peer: ["http://a:1/cometd"] })).join(), /secret: must be given/);
  assert.match(problemsOf(() => readConfig({ dns: { name: "node" } })).join(), /secret: must be given/);
  assert.match(
    problemsOf(() => readConfig({ port: 5_000, grpcPort: 5_000 })).join(),
    /grpcPort 5000: must not be the same/,
  );
  assert.match(problemsOf(() => readConfig({ port: 65_000 })).join(), /grpcPort: must be given/);
  assert.match(
    problemsOf(() => readConfig({ port: 5_000, admin: { port: 6_000 } })).join(),
    /admin\.port 6000: must not/,
  );
});

test("the file is found by its name, or named, and what is no YAML is said with the file's name", (t) => {
  const folder = newFolder(t);
  assert.equal(readConfigFile(folder, {}), undefined);
  writeFileSync(join(folder, "oortbus.config.json"), '{"port": 1234}');
  assert.deepEqual(readConfigFile(folder, {}), { name: "oortbus.config.json", content: { port: 1_234 } });
  writeFileSync(join(folder, "other.yaml"), "auth:\n  mode: open\n");
  assert.deepEqual(readConfigFile(folder, { OORTBUS_CONFIG: "other.yaml" })?.content, { auth: { mode: "open" } });
  assert.deepEqual(readConfigFile(folder, { OORTBUS_CONFIG: "x" }, "other.yaml")?.name, "other.yaml");
  assert.match(problemsOf(() => readConfigFile(folder, {}, "gone.yaml"))[0]!, /^gone\.yaml: cannot be read/);
  writeFileSync(join(folder, "bad.yaml"), "port: [1\n");
  assert.match(problemsOf(() => readConfigFile(folder, {}, "bad.yaml"))[0]!, /^bad\.yaml: cannot be read/);
  writeFileSync(join(folder, "oortbus.config.yaml"), "port: 1\n");
  assert.match(problemsOf(() => readConfigFile(folder, {}))[0]!, /oortbus\.config\.yaml and oortbus\.config\.json/);
});

test("a file that is no section, and an empty one", () => {
  assert.match(problemsOf(() => resolve({}, {}, [1]))[0]!, /^bus\.yaml: \(whole file\): must be a section/);
  assert.equal(resolve({}, {}, null).value.port, 8_080);
});

test("the printed configuration can be read again, and keeps its secrets", () => {
  const resolved = resolve({ secret: ["hush"], "admin.token": ["hush"], "oort.channels": ["/a,/b"] });
  const text = printConfig(nodeOptions, resolved);
  assert.ok(!text.includes("hush"));
  assert.match(text, /^secret: "\*+" # flag$/m);
  assert.match(text, /^ {2}channels: \[ \/a, \/b \] # flag$/m);
  assert.match(text, /^grpcPort: 9080 # derived$/m);
  assert.match(text, /^ {2}timeoutMs: 25000 # default$/m);
});

test("every option has a help text, one flag and one variable of its own", () => {
  for (const option of nodeOptions) assert.notEqual(option.help, "", option.key);
  for (const name of ["key", "flag", "env"] as const) {
    assert.equal(new Set(nodeOptions.map((option) => option[name])).size, nodeOptions.length);
  }
});

test("docs/configuration.md tells every option as it is; `npm run generate` makes it", () => {
  assert.equal(readFileSync(join(projectRoot, "docs/configuration.md"), "utf8"), configurationPage());
});

function newFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), "oortbus-config-"));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}
