import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { isRequired } from "./required.js";

const run = promisify(execFile);

/**
 * Whether container tests can run here, for the `skip` option of a test: `test("…", { skip: await dockerMissing() }, …)`.
 * @returns false when an engine with compose answers, else the reason
 * @throws Error instead of giving a reason when OORTBUS_REQUIRE_DOCKER=1
 */
export async function dockerMissing(): Promise<string | false> {
  try {
    await run("docker", ["version", "--format", "{{.Server.Version}}"], { timeout: 20_000 });
    await run("docker", ["compose", "version"], { timeout: 20_000 });
    return false;
  } catch (cause) {
    const reason = "no Docker engine with compose answers";
    if (isRequired("DOCKER")) throw new Error(`${reason}, and one is required`, { cause });
    return `${reason}; set OORTBUS_REQUIRE_DOCKER=1 to fail instead`;
  }
}
