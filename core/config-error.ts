/** An option that cannot be used. The message names every offending key and what it allows. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}
