import { Document, isScalar, isSeq } from "yaml";
import type { NodeConfig } from "../config.js";
import type { OptionEntry } from "../core/option-catalog.js";
import type { ResolvedOptions } from "../core/option-sources.js";

/** A configuration as YAML that can be used as a file: a comment says where each value comes from, secrets are masked. */
export function printConfig(
  options: readonly OptionEntry[],
  { value, sources }: Pick<ResolvedOptions<NodeConfig>, "value" | "sources">,
): string {
  const document = new Document({});
  for (const option of options) {
    const present = option.path.reduce<unknown>((node, name) => (node as Record<string, unknown>)?.[name], value);
    if (present === undefined) continue;
    const node = document.createNode(option.secret ? "********" : present);
    if (isSeq(node)) node.flow = true;
    if (isScalar(node) || isSeq(node)) {
      node.comment = ` ${sources.get(option.key) ?? (option.default === undefined ? "derived" : "default")}`;
    }
    document.setIn(option.path, node);
  }
  return document.toString({ lineWidth: 0 });
}
