import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serveCommands } from "../child-process.js";

// Compiles epoll.c and runs it; its time is counted, not that of this process.

const SOURCE = fileURLToPath(new URL("../../../../scripts/bench/servers/epoll.c", import.meta.url));

let program: ChildProcess | undefined;
const folder = mkdtempSync(join(tmpdir(), "oortbus-epoll-"));

process.on("exit", () => {
  program?.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

serveCommands({
  start: async () => {
    const binary = join(folder, "epoll");
    execFileSync("cc", ["-O2", "-o", binary, SOURCE]);
    program = spawn(binary, { stdio: ["ignore", "pipe", "inherit"] });
    const [port] = (await once(program.stdout!, "data")) as [Buffer];
    return { url: `ws://127.0.0.1:${String(port).trim()}/` };
  },
  /** Linux counts the time on a CPU in nanoseconds here. */
  cpu: () => Number(readFileSync(`/proc/${program!.pid}/schedstat`, "utf8").split(" ")[0]) / 1_000,
});
