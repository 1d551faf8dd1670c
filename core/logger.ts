/** The part of a pino logger that the layers use; a pino logger is one. Fields first, then a short fixed text. */
export interface Logger {
  trace(fields: object, text?: string): void;
  debug(fields: object, text?: string): void;
  info(fields: object, text?: string): void;
  warn(fields: object, text?: string): void;
  error(fields: object, text?: string): void;
  child(bindings: Record<string, unknown>): Logger;
}

/** Says nothing: the default of embedded parts and of tests. */
export const silentLogger: Logger = {
  trace() {},
  debug() {},
  info() {},
  warn() {},
  error() {},
  child: () => silentLogger,
};
