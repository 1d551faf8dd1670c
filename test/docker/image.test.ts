import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { promisify } from "node:util";
import { projectRoot } from "../support/project-root.js";
import { dockerMissing } from "../support/require-docker.js";

const run = promisify(execFile);
const IMAGE = "oortbus";
/** On top of its base. */
const MAX_BYTES = 40_000_000;

describe("the image", { skip: await dockerMissing() }, () => {
  before(async () => {
    await run("docker", ["build", "--quiet", "--tag", IMAGE, projectRoot], { timeout: 300_000 });
  });

  test("adds at most 40 MB to its base", async (t) => {
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
    const first = layers.findIndex(([, command = ""]) => command.includes("org.opencontainers.image.title=oortbus"));
    assert.ok(first > 0, "the first instruction of ours is in the history");
    const bytes = layers.slice(0, first + 1).reduce((sum, [size]) => sum + Number(size), 0);
    t.diagnostic(`${(bytes / 1e6).toFixed(1)} MB on top of its base`);
    assert.ok(bytes > 1_000_000 && bytes <= MAX_BYTES, `${bytes} bytes`);
  });

  test("runs as an ordinary user, with a health check, on Node 24", async () => {
    const { stdout } = await run("docker", ["image", "inspect", "--format", "{{json .Config}}", IMAGE]);
    const config = JSON.parse(stdout) as { User: string; Healthcheck?: unknown };
    assert.equal(config.User, "node");
    assert.ok(config.Healthcheck);
    const { stdout: version } = await inContainer("--entrypoint", "node", IMAGE, "--version");
    assert.match(version, /^v24\./);
    await assert.rejects(inContainer("--entrypoint", "sh", IMAGE, "-c", "touch /app/x"), /Permission denied/);
  });

  test("holds no tests, no sources and no tools", async () => {
    const { stdout } = await inContainer(
      "--entrypoint",
      "find",
      IMAGE,
      "/app",
      "-name",
      "*.ts",
      "-o",
      "-name",
      "*.map",
    );
    assert.equal(stdout, "");
    const { stdout: tools } = await inContainer("--entrypoint", "ls", IMAGE, "/app/node_modules");
    assert.ok(!/^(typescript|testcontainers|esbuild)$/m.test(tools), tools);
  });

  test("does not start open to everyone by accident", async () => {
    await assert.rejects(inContainer(IMAGE), (error: { code?: number; stderr?: string }) => {
      assert.notEqual(error.code, 0);
      assert.match(String(error.stderr), /auth\.mode/);
      return true;
    });
  });
});

test("neither Dockerfile nor compose file needs more than a public registry", () => {
  const files = ["Dockerfile", "docker-compose.yml", "deploy/haproxy.cfg"];
  const text = files.map((file) => readFileSync(join(projectRoot, file), "utf8")).join("\n");
  const images = [...text.matchAll(/^\s*(?:FROM|image:)\s+(\S+)/gm)].map((match) =>
    match[1]?.replace(/^node:.*-bookworm-slim$/, "node"),
  );
  assert.deepEqual([...new Set(images)].sort(), ["haproxy:3.0", "node", "oortbus"]);
});

function inContainer(...command: string[]): Promise<{ stdout: string; stderr: string }> {
  return run("docker", ["run", "--rm", ...command], { timeout: 60_000 });
}
