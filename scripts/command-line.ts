import { readFileSync } from "node:fs";
import { Command, CommanderError, Option } from "commander";
import { type NodeConfig, nodeOptions, readConfigFile, resolveConfig } from "../config.js";
import type { OptionEntry } from "../core/option-catalog.js";
import { layerFromFlags, type OptionLayer, suggest } from "../core/option-sources.js";
import { ConfigError } from "../core/options.js";
import { DOCTOR_OPTIONS, readDoctorOptions, runDoctor } from "./doctor/doctor.js";
import { printConfig } from "./print-config.js";
import { MESH_OPTIONS, readMeshOptions, startMesh } from "./start-mesh.js";

/** The command line or the configuration makes no sense; nothing was started. */
const EXIT_USAGE = 2;

/** Marks a flag that came without a value, in commander's hands. */
const BARE = Symbol("bare");
/** Flags beside the node's options, by command. */
const EXTRA_FLAGS: Record<string, readonly OptionEntry[]> = { mesh: MESH_OPTIONS, doctor: DOCTOR_OPTIONS };

const SUMMARIES = {
  node: "start one node; it runs until SIGTERM or SIGINT",
  mesh: "start several nodes on this machine that find each other",
  doctor:
    "look at what a node needs from its surroundings (URL, names, peers, limits, proxies), and say what to change",
  config: "print the configuration that `node` would run with, and where each value comes from",
};

type CommandName = keyof typeof SUMMARIES;
type Flags = Map<string, (string | true)[]>;

/**
 * The `oortbus` command: `node`, `mesh`, `doctor` and `config`. Returns when the work is done or goes on by itself; sets the exit
 * code to 2, before anything starts, when a flag, variable or file key is wrong.
 * @param args - without the program's own path
 */
export async function run(args: readonly string[]): Promise<void> {
  try {
    await newProgram().parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : EXIT_USAGE;
    } else if (error instanceof ConfigError) {
      console.error(`oortbus: wrong configuration\n  ${error.message.split("\n").join("\n  ")}`);
      process.exitCode = EXIT_USAGE;
    } else throw error;
  }
}

function newProgram(): Command {
  const program = new Command("oortbus")
    .description("A clustered Bayeux event bus. Options come from flags, then environment, file, defaults.")
    .version(version())
    .exitOverride();
  for (const name of Object.keys(SUMMARIES) as CommandName[]) addCommand(program, name);
  return program;
}

/** The package's, from wherever it is installed. */
function version(): string {
  const file = new URL("../../package.json", import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}

function addCommand(program: Command, name: CommandName): void {
  const flags: Flags = new Map();
  const command = program.command(name).description(SUMMARIES[name]).exitOverride();
  // Commander would add how a flag without value is marked.
  command.configureHelp({ optionDescription: ({ description }) => description });
  const extra = EXTRA_FLAGS[name] ?? [];
  command.option("--config [file]", "configuration file; default: oortbus.config.yaml or .json in this folder");
  for (const option of [...extra, ...nodeOptions]) addOption(command, option, flags);
  // Collected and told with all other problems, not one at a time.
  command.allowUnknownOption().allowExcessArguments();
  command.action(async (given: { config?: string | true }, { args }: Command) => {
    const known = [...extra, ...nodeOptions].map((option) => `--${option.flag}`);
    const problems = strays(args, ["--config", ...known]);
    if (given.config === true) problems.push("--config: needs a value, the path of a file");
    await act(name, flags, problems, given.config === true ? undefined : given.config);
  });
}

async function act(name: CommandName, flags: Flags, problems: readonly string[], file?: string): Promise<void> {
  const layer: OptionLayer = layerFromFlags(nodeOptions, flags, problems);
  const resolve = () => resolveConfig(layer, process.env, readConfigFile(process.cwd(), process.env, file));
  switch (name) {
    case "node":
      return runNode(resolve().value);
    case "mesh":
      return startMesh(
        ...together(() => readMeshOptions(layerFromFlags(MESH_OPTIONS, flags), flags), resolve),
        flags,
        file,
      );
    case "doctor": {
      const options = together(() => readDoctorOptions(layerFromFlags(DOCTOR_OPTIONS, flags)), resolve);
      process.exitCode = await runDoctor(options[1].value, options[0]);
      return;
    }
    case "config":
      process.stdout.write(printConfig(nodeOptions, resolve()));
  }
}

/** Loads the node's code only now, so that help, `config` and a mesh's own process do without it. */
async function runNode(config: NodeConfig): Promise<void> {
  const { startNode } = await import("./start-node.js");
  return startNode(config);
}

/** Does both, so that what is wrong with both is told. */
function together<A, B>(first: () => A, second: () => B): [A, B] {
  const problems: string[] = [];
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      problems.push(error.message);
      return undefined;
    }
  };
  const results = [attempt(first), attempt(second)];
  if (problems.length > 0) throw new ConfigError(problems.join("\n"));
  return results as [A, B];
}

function addOption(command: Command, option: OptionEntry, flags: Flags): void {
  const collect = (value: string | typeof BARE): undefined => {
    flags.set(option.key, [...(flags.get(option.key) ?? []), value === BARE ? true : value]);
    return undefined;
  };
  const add = (flag: string, hidden: boolean): void => {
    command.addOption(
      new Option(`--${flag} [value]`, describe(option))
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

/** What the parser could not place: unknown flags, each perhaps followed by its value, and words that stand alone. */
function strays(args: readonly string[], known: readonly string[]): string[] {
  const problems: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index]!;
    if (!word.startsWith("-")) {
      problems.push(`${word}: unexpected argument`);
      continue;
    }
    const flag = word.split("=", 1)[0]!;
    problems.push(`${flag}: unknown flag${suggest(flag, known)}`);
    if (!word.includes("=") && args[index + 1]?.startsWith("-") === false) index += 1;
  }
  return problems;
}
