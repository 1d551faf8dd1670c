import { z } from "zod";
import type { NodeConfig } from "../../config.js";
import { readTlsFiles } from "../../core/http/tls-files.js";
import type { Finding } from "./finding.js";
import { lookAtFileLimit, lookAtNames, lookAtSecret } from "./machine.js";
import { lookAtOwnUrl } from "./own-url.js";
import { lookAtPeers } from "./peers.js";
import { clusterOf, lookAtCluster } from "./running-node.js";
import { lookThroughProxy } from "./through-proxy.js";

/** The doctor's own flags; all others are the node's. */
export const doctorOptions = z
  .strictObject({
    via: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe("the URL by which clients reach the cluster, to be tried too"),
    json: z.boolean().default(false).describe("print the findings as JSON, for programs"),
  })
  .readonly();

export type DoctorOptions = z.output<typeof doctorOptions>;

/**
 * Looks at what a node with this configuration needs from its surroundings, whether it runs or not, and says what to
 * change. Changes nothing itself.
 * @returns every finding, in a fixed order
 */
export async function examine(config: NodeConfig, { via }: Pick<DoctorOptions, "via">): Promise<Finding[]> {
  const tls = readTlsFiles(config.oort.tls, "oort.tls.");
  const names = await lookAtNames(config);
  const [ownUrl, peers, fileLimit, view, way] = await Promise.all([
    lookAtOwnUrl(config, tls),
    lookAtPeers([...config.peer, ...names.urls], config, tls),
    lookAtFileLimit(config),
    clusterOf(config, tls),
    lookThroughProxy(via, tls),
  ]);
  return [ownUrl, ...names.findings, ...peers, lookAtSecret(config), fileLimit, ...lookAtCluster(view), ...way];
}

const MARKS: Record<Finding["status"], string> = { ok: "ok  ", warning: "WARN", failure: "FAIL", skipped: "-   " };

/** The findings as a person reads them. */
export function printFindings(findings: readonly Finding[]): string {
  const lines = findings.flatMap(({ check, status, text, advice }) => [
    `${MARKS[status]} ${check}: ${text}`,
    ...(advice === undefined ? [] : [`     -> ${advice}`]),
  ]);
  return `${lines.join("\n")}\n`;
}

/** Runs the doctor as a program. @returns the exit code: 1 when something will not work, else 0 */
export async function runDoctor(config: NodeConfig, options: DoctorOptions): Promise<number> {
  const findings = await examine(config, options);
  process.stdout.write(options.json ? `${JSON.stringify(findings, undefined, 2)}\n` : printFindings(findings));
  return findings.some(({ status }) => status === "failure") ? 1 : 0;
}
