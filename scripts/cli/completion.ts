import tab from "@bomb.sh/tab/commander";
import type { Command } from "commander";

/**
 * Adds `oortbus completion bash|zsh|fish|powershell`, which prints a script for that shell, and the hidden `complete`, which
 * such scripts ask. Made of the program's own commands and flags, so there is nothing to keep in step.
 */
export function addCompletion(program: Command): void {
  tab(program, { completionCommandName: "completion" });
}
