import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { connect } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Peers } from "./contests.js";

const FOLDER = fileURLToPath(new URL("../../../scripts/bench/peers/", import.meta.url));
const INSTALL_MS = 180_000;
const REDIS_PORT = 6_379;

/** Looks for what there is to compare with, and installs from npm what is wanted. @param say - told what is missing */
export async function findPeers(isWanted: boolean, say: (text: string) => void): Promise<Peers> {
  const [hasCompiler, hasRedis] = await Promise.all([runs("cc", ["--version"]), isListening(REDIS_PORT)]);
  if (!hasCompiler) say("no C compiler: the yardstick in C is left out");
  const isInstalled = isWanted && (await install(say));
  if (isInstalled && !hasRedis) say(`no Redis on port ${REDIS_PORT}: Socket.IO's Redis adapter is left out`);
  return { isInstalled, hasCompiler, redisPort: hasRedis ? REDIS_PORT : undefined };
}

async function install(say: (text: string) => void): Promise<boolean> {
  if (existsSync(`${FOLDER}node_modules`)) return true;
  say("installing Faye, Socket.IO and CometD's server ...");
  if (await runs("npm", ["ci", "--no-audit", "--no-fund", "--prefix", FOLDER])) return true;
  say("they cannot be installed: left out");
  return false;
}

async function runs(command: string, args: readonly string[]): Promise<boolean> {
  return promisify(execFile)(command, [...args], { timeout: INSTALL_MS }).then(
    () => true,
    () => false,
  );
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}
