import type { z } from "zod";
import type { NodeConfig } from "../../config.js";
import { listOptions, type OptionEntry } from "../../core/option-catalog.js";
import type { ResolvedOptions } from "../../core/option-sources.js";

/** Flags as they were given, by option key; `true`: without a value. */
export type Flags = ReadonlyMap<string, readonly (string | true)[]>;

/** A word after the command's name. */
export interface Word {
  readonly name: string;
  readonly help: string;
  /** @default true */
  readonly required?: boolean;
  /** Any number of them; only the last may be so. */
  readonly many?: boolean;
}

/** One run of a command: all that was given is checked. */
export interface Invocation<Own> {
  /** The command's own flags. */
  readonly own: Own;
  readonly words: readonly string[];
  /** What a node would run with here. Only for commands that take the node's options. */
  readonly config: ResolvedOptions<NodeConfig>;
  readonly flags: Flags;
  /** The configuration file, if one was named. */
  readonly file: string | undefined;
}

/** A command of `oortbus`; see {@link defineCommand}. */
export interface CliCommand {
  readonly name: string;
  readonly summary: string;
  readonly words: readonly Word[];
  readonly schema: z.ZodType;
  /** Of {@link schema}, as flags. */
  readonly options: readonly OptionEntry[];
  /** Whether the node's options are flags as well, and the file and variables with them are read. */
  readonly takesNodeOptions: boolean;
  /** What is wrong about flags beside their values. */
  problems?(flags: Flags): readonly string[];
  run(invocation: Invocation<never>): void | Promise<void>;
}

interface CommandDefinition<S extends z.ZodType> {
  readonly name: string;
  /** One line of help. */
  readonly summary: string;
  /** The command's own flags: an object whose fields have `.describe`. */
  readonly schema: S;
  readonly words?: readonly Word[];
  /** @default false */
  readonly takesNodeOptions?: boolean;
  problems?(flags: Flags): readonly string[];
  /**
   * Does it; may go on when it returns. Sets `process.exitCode` where the outcome is a failure.
   * @throws CliError, ConfigError, ApiProblem
   */
  run(invocation: Invocation<z.output<S>>): void | Promise<void>;
}

/** Own flags that a variable may stand for, if a command has them; a node passes over these variables (config.ts). */
const BY_VARIABLE: ReadonlySet<string> = new Set(["via", "token"]);

/** Makes a command of what it is called, what it takes and what it does. Listed in `command-line.ts`. */
export function defineCommand<S extends z.ZodType>(definition: CommandDefinition<S>): CliCommand {
  const { words = [], takesNodeOptions = false, schema } = definition;
  const options = listOptions(schema, "OORTBUS").map((option) =>
    BY_VARIABLE.has(option.key) ? option : { ...option, env: undefined },
  );
  return { ...definition, words, takesNodeOptions, options } as CliCommand;
}

/** The command cannot do what was asked: told to who typed it, with what to try. */
export class CliError extends Error {
  override readonly name = "CliError";
  /** What to try, a line each. */
  readonly advice: readonly string[];

  constructor(message: string, advice: readonly string[] = [], options?: ErrorOptions) {
    super(message, options);
    this.advice = advice;
  }
}
