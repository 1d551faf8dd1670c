import { type Contest, type Effort, LOGIN_WARM_UP_ROUNDS, LOGIN_WAVES, roundMs } from "./contest.js";

/** Roughly, on two cores: to start a process, and to open a client. */
const PROCESS_MS = 500;
const CLIENT_MS = 0.6;
const LOGIN_MS = 0.35;
/** To fill the sockets and queues of those who do not read, and to let them read it all. */
const FILL_MS = 1_500;

/** How long contests will take, in milliseconds: all rounds, and roughly what is between them. */
export function estimateMs(contests: readonly Contest[], effort: Effort): number {
  return contests.reduce((sum, contest) => sum + contestMs(contest, effort), 0);
}

function contestMs({ contenders, clients, patterns, counts }: Contest, effort: Effort): number {
  const { rounds, warmUpMs, idleMs } = effort;
  const processes = contenders.reduce((sum, { servers = 1 }) => sum + servers + 1, 0);
  const startMs = processes * PROCESS_MS;
  const loginsMs = contenders.length * clients * LOGIN_MS;
  if (counts === "logins") return startMs + loginsMs * LOGIN_WAVES * (LOGIN_WARM_UP_ROUNDS + rounds);
  if (counts === "first logins") return rounds * (startMs + loginsMs);
  const openMs = contenders.length * clients * CLIENT_MS;
  if (counts === "idle") return startMs + openMs + idleMs;
  const fills = patterns.filter(({ frozen }) => frozen?.isFilled === true).length;
  const fillsMs = fills * (rounds + 1) * FILL_MS;
  const roundsMs = patterns.reduce((sum, pattern) => sum + warmUpMs + rounds * roundMs(pattern, effort), 0);
  return startMs + openMs + contenders.length * (fillsMs + roundsMs);
}
