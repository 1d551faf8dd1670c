import { Command, CommanderError, Option } from "commander";
import { nodeOptions, readConfigFile, resolveConfig } from "../config.js";
import type { OptionEntry } from "../core/option-catalog.js";
import { layerFromEnvironment, layerFromFlags, resolveOptions, suggest } from "../core/option-sources.js";
import { ConfigError } from "../core/options.js";
import { packageVersion } from "../package-version.js";
import { type CliCommand, CliError, type Flags, type Invocation, type Word } from "./cli/command.js";
import { addCompletion } from "./cli/completion.js";
import { configCommand } from "./cli/config.js";
import { doctorCommand } from "./cli/doctor.js";
import { drainCommand } from "./cli/drain.js";
import { explainCommand } from "./cli/explain.js";
import { meshCommand } from "./cli/mesh.js";
import { nodeCommand } from "./cli/node.js";
import { publishCommand } from "./cli/publish.js";
import { sendCommand } from "./cli/send.js";
import { sessionsCommand } from "./cli/sessions.js";
import { tokenCommand } from "./cli/token.js";
import { watchCommand } from "./cli/watch.js";

/** In the order of help. */
const COMMANDS: readonly CliCommand[] = [
  nodeCommand,
  meshCommand,
  configCommand,
  doctorCommand,
  explainCommand,
  publishCommand,
  sendCommand,
  watchCommand,
  sessionsCommand,
  tokenCommand,
  drainCommand,
];

/** What was asked could not be done. */
const EXIT_FAILURE = 1;
/** The command line or the configuration makes no sense; nothing was started. */
const EXIT_USAGE = 2;

/** Marks a flag that came without a value, in commander's hands. */
const BARE = Symbol("bare");

/**
 * The `oortbus` command. Returns when the work is done or goes on by itself; sets the exit code to 2, before anything
 * starts, when a command, flag, variable or file key is wrong, and to 1 when what was asked could not be done.
 * @param args - without the program's own path
 */
export async function run(args: readonly string[]): Promise<void> {
  try {
    await newProgram().parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : EXIT_USAGE;
    } else if (error instanceof ConfigError) {
      console.error(`oortbus: wrong command line or configuration\n  ${error.message.split("\n").join("\n  ")}`);
      process.exitCode = EXIT_USAGE;
    } else if (error instanceof CliError) {
      console.error([`oortbus: ${error.message}`, ...error.advice.map((line) => `  ${line}`)].join("\n"));
      process.exitCode = EXIT_FAILURE;
    } else throw error;
  }
}

function newProgram(): Command {
  const program = new Command("oortbus")
    .description("A clustered Bayeux event bus. Options come from flags, then environment, file, defaults.")
    .version(packageVersion())
    .configureOutput({
      writeOut: (text) => console.log(text.trimEnd()),
      writeErr: (text) => console.error(text.trimEnd()),
    })
    .exitOverride();
  for (const command of COMMANDS) addCommand(program, command);
  addCompletion(program);
  return program;
}

function addCommand(program: Command, command: CliCommand): void {
  const flags = new Map<string, (string | true)[]>();
  const parser = program.command(command.name).description(command.summary).exitOverride();
  // Commander would add how a flag without value is marked.
  parser.configureHelp({ optionDescription: ({ description }) => description });
  for (const word of command.words) parser.argument(`[${word.name}${word.many ? "..." : ""}]`, word.help);
  parser.usage(["[options]", ...command.words.map(usageOf)].join(" "));
  const all = [...command.options, ...(command.takesNodeOptions ? nodeOptions : [])];
  const known = all.map((option) => `--${option.flag}`);
  if (command.takesNodeOptions) {
    parser.option("--config [file]", "configuration file; default: oortbus.config.yaml or .json in this folder");
    known.unshift("--config");
  }
  for (const option of all) addOption(parser, option, flags, command.words.length > 0);
  // Collected and told with all other problems, not one at a time.
  parser.allowUnknownOption().allowExcessArguments();
  parser.action(async () => {
    const given = parser.opts<{ config?: string | true }>().config;
    const { words, problems } = sorted(parser.args, known);
    problems.push(...wordProblems(words, command.words));
    if (given === true) problems.push("--config: needs a value, the path of a file");
    await command.run(read(command, words, flags, problems, given === true ? undefined : given));
  });
}

/** Checks all that was given, so that everything that is wrong is told at once. */
function read(
  command: CliCommand,
  words: readonly string[],
  flags: Flags,
  stray: readonly string[],
  file: string | undefined,
): Invocation<never> {
  const problems: string[] = [...stray, ...(command.problems?.(flags) ?? [])];
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      problems.push(error.message);
      return undefined;
    }
  };
  const own = attempt(
    () =>
      resolveOptions(command.schema, command.options, [
        layerFromFlags(command.options, flags),
        layerFromEnvironment(command.options, variablesOf(command), "OORTBUS"),
      ]).value,
  );
  const config = command.takesNodeOptions
    ? attempt(() =>
        resolveConfig(
          layerFromFlags(nodeOptions, flags),
          process.env,
          readConfigFile(process.cwd(), process.env, file),
        ),
      )
    : undefined;
  if (problems.length > 0) throw new ConfigError(problems.join("\n"));
  return { own, words, config, flags, file } as unknown as Invocation<never>;
}

/** The variables of its own flags: all others are a node's, and none of its business. */
function variablesOf({ options }: CliCommand): Record<string, string | undefined> {
  return Object.fromEntries(options.flatMap(({ env }) => (env === undefined ? [] : [[env, process.env[env]]])));
}

/** @param hasWords - a switch then takes no value: the word behind it is the command's */
function addOption(
  parser: Command,
  option: OptionEntry,
  flags: Map<string, (string | true)[]>,
  hasWords: boolean,
): void {
  const collect = (value: string | typeof BARE): undefined => {
    flags.set(option.key, [...(flags.get(option.key) ?? []), value === BARE ? true : value]);
    return undefined;
  };
  const value = hasWords && option.kind === "boolean" ? "" : " [value]";
  const add = (flag: string, hidden: boolean): void => {
    parser.addOption(
      new Option(`--${flag}${value}`, describe(option))
        .preset(BARE as unknown as string)
        .argParser(collect)
        .hideHelp(hidden),
    );
  };
  add(option.flag, false);
  if (option.flag !== option.key) add(option.key, true); // an option's path is its flag
}

function describe(option: OptionEntry): string {
  const value = option.default === undefined ? "" : `; default ${JSON.stringify(option.default)}`;
  const variable = option.env === undefined ? "" : `; ${option.env}`;
  return `${option.help} (${option.allowed}${value}${variable})`;
}

function usageOf({ name, required = true, many = false }: Word): string {
  const dots = many ? "..." : "";
  return required ? `<${name}${dots}>` : `[${name}${dots}]`;
}

/** What the parser could not place: words, and unknown flags, each perhaps followed by its value. */
function sorted(args: readonly string[], known: readonly string[]): { words: string[]; problems: string[] } {
  const problems: string[] = [];
  const words: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index]!;
    if (!/^-\D/.test(word)) {
      words.push(word); // a lone dash and a negative number are words too
      continue;
    }
    const flag = word.split("=", 1)[0]!;
    problems.push(`${flag}: unknown flag${suggest(flag, known)}`);
    if (!word.includes("=") && args[index + 1]?.startsWith("-") === false) index += 1;
  }
  return { words, problems };
}

function wordProblems(given: readonly string[], wanted: readonly Word[]): string[] {
  const missing = wanted.slice(given.length).filter(({ required = true }) => required);
  const most = wanted.at(-1)?.many ? Number.POSITIVE_INFINITY : wanted.length;
  return [
    ...missing.map(({ name, help }) => `<${name}> is missing: ${help}`),
    ...given.slice(most).map((word) => `${word}: unexpected argument`),
  ];
}
