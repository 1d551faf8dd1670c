import type { StreamWriter } from "../../core/transport/stream-connection.js";

/** Nobody at the other end: what is written is gone. */
export const NOWHERE: StreamWriter = {
  canWrite: true,
  cork() {},
  uncork() {},
  limit() {},
  deliver() {},
  reply() {},
  pause() {},
  resume() {},
  close() {},
};
