import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { promisify } from "node:util";
import { V8_OPTIONS } from "../../scripts/v8-options.js";
import { projectRoot } from "../support/project-root.js";
import { dockerMissing } from "../support/require-docker.js";
import { untilYes } from "./compose-cluster.js";
import { buildImage, IMAGE } from "./image.js";

const run = promisify(execFile);
const MAX_BYTES = 180_000_000;
/** On top of Node.js and what that is linked with. */
const MAX_ADDED_BYTES = 45_000_000;

describe("the image", { skip: await dockerMissing() }, () => {
  before(buildImage);

  test("is small, and so is what it adds to Node.js", async (t) => {
    const { stdout } = await run("docker", [
      "history",
      "--no-trunc",
      "--human=false",
      "--format",
      "{{.Size}}\t{{.CreatedBy}}",
      IMAGE,
    ]);
    const layers = stdout
      .trim()
      .split("\n")
      .map((line) => line.split("\t"));
    const sizeOf = (isThat: (command: string) => boolean): number =>
      layers.reduce((sum, [size, command = ""]) => sum + (isThat(command) ? Number(size) : 0), 0);
    const bytes = sizeOf(() => true);
    const added = sizeOf((command) => !command.includes("/system"));
    t.diagnostic(`${(bytes / 1e6).toFixed(1)} MB, of which ${(added / 1e6).toFixed(1)} MB on top of Node.js`);
    assert.ok(added > 1_000_000 && added <= MAX_ADDED_BYTES, `${added} bytes`);
    assert.ok(bytes <= MAX_BYTES, `${bytes} bytes`);
  });

  test("runs as an ordinary user, with a health check, on Node 24", async () => {
    const { stdout } = await run("docker", ["image", "inspect", "--format", "{{json .Config}}", IMAGE]);
    const config = JSON.parse(stdout) as { User: string; Healthcheck?: unknown };
    assert.equal(config.User, "1000:1000");
    assert.ok(config.Healthcheck);
    const { stdout: version } = await inContainer("--entrypoint", "node", IMAGE, "--version");
    assert.match(version, /^v24\./);
    await assert.rejects(inNode('require("node:fs").writeFileSync("/app/x", "")'), /EACCES/);
  });

  test("has no shell and no package manager: nothing but Node.js and this package", async () => {
    for (const program of ["sh", "/bin/sh", "/bin/bash", "ls", "apt-get", "npm"]) {
      await assert.rejects(
        inContainer("--entrypoint", program, IMAGE),
        /executable file not found|no such file/,
        program,
      );
    }
    const { stdout } = await inNode('console.log(require("node:fs").readdirSync("/").join(" "))');
    const ours = stdout
      .trim()
      .split(" ")
      .filter((name) => !["dev", "proc", "sys", ".dockerenv"].includes(name));
    assert.deepEqual(ours, ["app", "etc", "lib", "lib64", "usr"]);
  });

  test("holds no tests, no sources and no tools", async () => {
    const { stdout } = await inNode(`
      const files = require("node:fs").readdirSync("/app", { recursive: true });
      console.log(JSON.stringify(files.filter((file) => /\\.(ts|map)$|^dist.test|^node_modules.(typescript|testcontainers|esbuild)$/.test(file))));
      console.log(files.length > 1000);`);
    assert.equal(stdout, "[]\ntrue\n");
  });

  test("runs healthy with a file system that is only read and without any rights, and drains when it is stopped", async (t) => {
    const closed = ["--read-only", "--cap-drop=ALL", "--security-opt=no-new-privileges", "--network=none"];
    const { stdout } = await run("docker", ["run", "--detach", ...closed, "--env=OORTBUS_AUTH_MODE=open", IMAGE]);
    const container = stdout.trim();
    t.after(() => run("docker", ["rm", "--force", container]));
    await untilYes(async () => {
      const state = await run("docker", ["inspect", "--format", "{{.State.Health.Status}}", container]);
      return state.stdout.trim() === "healthy";
    }, "healthy");
    await run("docker", ["stop", "--time", "20", container]);
    const { stdout: code } = await run("docker", ["inspect", "--format", "{{.State.ExitCode}}", container]);
    assert.equal(code.trim(), "0");
    const { stderr: log } = await run("docker", ["logs", container]);
    for (const text of ["node is ready", "node has drained", "node stopped"]) assert.ok(log.includes(text), log);
  });

  test("does not start open to everyone by accident", async () => {
    await assert.rejects(inContainer(IMAGE), (error: { code?: number; stderr?: string }) => {
      assert.notEqual(error.code, 0);
      assert.match(String(error.stderr), /auth\.mode/);
      return true;
    });
  });
});

test("the image starts a node with the options of V8 that a mesh gives its nodes", () => {
  const entrypoint = /^ENTRYPOINT (.*)$/m.exec(readFileSync(join(projectRoot, "Dockerfile"), "utf8"))?.[1] ?? "[]";
  assert.deepEqual(JSON.parse(entrypoint), ["node", ...V8_OPTIONS, "/app/bin/oortbus"]);
});

test("neither Dockerfile nor compose file needs more than a public registry", () => {
  const files = ["Dockerfile", "docker-compose.yml", "deploy/haproxy.cfg", "deploy/compose.tls.yaml"];
  const text = files.map((file) => readFileSync(join(projectRoot, file), "utf8")).join("\n");
  const images = [...text.matchAll(/^\s*(?:FROM|image:)\s+(\S+)/gm)].map((match) =>
    match[1]?.replace(/^node:.*-bookworm-slim$/, "node"),
  );
  assert.deepEqual([...new Set(images)].sort(), [
    "haproxy:3.0",
    "node",
    "oortbus",
    "prom/prometheus:v3.5.0",
    "scratch",
  ]);
});

function inNode(program: string): Promise<{ stdout: string; stderr: string }> {
  return inContainer("--entrypoint", "node", IMAGE, "--eval", program);
}

function inContainer(...command: string[]): Promise<{ stdout: string; stderr: string }> {
  return run("docker", ["run", "--rm", ...command], { timeout: 60_000 });
}
