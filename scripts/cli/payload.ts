import { createInterface } from "node:readline";
import { ConfigError } from "../../core/options.js";
import { CliError } from "./command.js";

/**
 * The payload that a word on the command line stands for.
 * @throws ConfigError when it is not JSON, saying how text is written
 */
export function payloadOf(word: string, isText: boolean): unknown {
  if (isText) return word;
  try {
    return JSON.parse(word);
  } catch {
    throw new ConfigError(`<data>: ${word} is not JSON; for text, quote it ('"hello"') or add --text`);
  }
}

/** The payloads on standard input, one on each line. @throws CliError that names the line that is not JSON */
export async function* payloadsOfInput(isText: boolean): AsyncGenerator<unknown, void, undefined> {
  let line = 0;
  for await (const text of createInterface({ input: process.stdin })) {
    line += 1;
    if (isText) yield text;
    else if (text.trim() !== "") {
      try {
        yield JSON.parse(text);
      } catch {
        throw new CliError(`line ${line} of standard input is not JSON`, ["For lines of text add --text."]);
      }
    }
  }
}
