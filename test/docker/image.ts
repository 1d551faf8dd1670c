import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { projectRoot } from "../support/project-root.js";

export const IMAGE = "oortbus";

/** Builds the image; quick where nothing has changed since. */
export async function buildImage(): Promise<void> {
  await promisify(execFile)("docker", ["build", "--quiet", "--tag", IMAGE, projectRoot], { timeout: 300_000 });
}
