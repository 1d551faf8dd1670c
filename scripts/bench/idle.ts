import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { WebSocket } from "ws";
import { V8_OPTIONS } from "../v8-options.js";
import { freePort } from "./free-port.js";

// What clients cost that do nothing but stay: memory, CPU and files of one node, by the node's own metrics.
// npm run build && node dist/scripts/bench/idle.js --sessions 5000

const { values } = parseArgs({
  options: {
    sessions: { type: "string", default: "5000" },
    /** How long they do nothing. */
    seconds: { type: "string", default: "60" },
    /** Before that, for garbage to be collected. */
    settle: { type: "string", default: "5" },
  },
});
const sessions = Number(values.sessions);
const seconds = Number(values.seconds);
/** Clients that shake hands at a time. */
const AT_A_TIME = 100;

const port = await freePort();
const program = fileURLToPath(new URL("../oortbus.js", import.meta.url));
// All clients of this bench come from one address, quickly: that is not what limits are for.
const limits = ["--rateLimits.address.handshakesPerSecond", "0"];
const flags = ["--port", String(port), "--grpc-port", "0", "--log.level", "error", ...limits];
const node = spawn(process.execPath, [...V8_OPTIONS, program, "node", ...flags], { stdio: "inherit" });
const origin = `http://127.0.0.1:${port}`;
try {
  while (
    !(await fetch(`${origin}/readyz`).then(
      (response) => response.ok,
      () => false,
    ))
  )
    await pause(100);
  const before = await look();
  for (let started = 0; started < sessions; started += AT_A_TIME) {
    const here = Math.min(AT_A_TIME, sessions - started);
    await Promise.all(Array.from({ length: here }, (_, index) => login(started + index)));
  }
  await pause(Number(values.settle) * 1_000);
  const full = await look();
  await pause(seconds * 1_000);
  const after = await look();
  const each = (bytes: number): string => `${(bytes / sessions / 1_024).toFixed(1)} KiB`;
  console.log(`${sessions} WebSocket sessions, each with a user, on 100 channels, Node ${process.version}`);
  console.log(
    `resident memory: ${each(after.resident - before.resident)} a session, ${(before.resident / 2 ** 20).toFixed(0)} MiB without any`,
  );
  console.log(`heap: ${each(after.heap - before.heap)} a session`);
  console.log(`files: ${((after.files - before.files) / sessions).toFixed(2)} a session, ${before.files} without any`);
  console.log(`CPU to log in: ${(((full.cpuSeconds - before.cpuSeconds) / sessions) * 1e6).toFixed(0)} µs a session`);
  const idle = seconds === 0 ? 0 : (after.cpuSeconds - full.cpuSeconds) / seconds;
  console.log(`CPU while idle: ${(idle * 100).toFixed(1)}% of a core`);
} finally {
  node.kill("SIGKILL");
}
process.exit();

/** What the node says of its process. */
async function look(): Promise<{ resident: number; heap: number; files: number; cpuSeconds: number }> {
  const text = await (await fetch(`${origin}/metrics`)).text();
  const read = (name: string): number => Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1]);
  return {
    resident: read("process_resident_memory_bytes"),
    heap: read("nodejs_heap_size_used_bytes"),
    files: read("process_open_fds"),
    cpuSeconds: read("process_cpu_seconds_total"),
  };
}

/** A client that subscribes to one channel and from then on only answers connects with connects. */
async function login(number: number): Promise<void> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/cometd`, { perMessageDeflate: false });
  await once(socket, "open");
  const ask = async (message: object): Promise<{ clientId: string; successful: boolean; error?: string }> => {
    socket.send(JSON.stringify([message]));
    const [data] = (await once(socket, "message")) as [Buffer];
    const [reply] = JSON.parse(String(data));
    if (reply.successful !== true) throw new Error(`${reply.channel} refused: ${reply.error}`);
    return reply;
  };
  const ext = { authentication: { user: `user${number}` } };
  const version = { version: "1.0", supportedConnectionTypes: ["websocket"] };
  const { clientId } = await ask({ channel: "/meta/handshake", ...version, ext });
  await ask({ channel: "/meta/subscribe", clientId, subscription: `/room/${number % 100}` });
  const connect = JSON.stringify([{ channel: "/meta/connect", clientId, connectionType: "websocket" }]);
  socket.on("message", () => socket.send(connect));
  socket.send(connect);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
