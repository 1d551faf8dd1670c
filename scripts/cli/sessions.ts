import { z } from "zod";
import { defineCommand } from "./command.js";
import { NodeApi } from "./node-api.js";
import { print, table } from "./print.js";
import { viaOptions } from "./via.js";

interface Listed {
  readonly sessions: readonly {
    readonly node: string;
    readonly session: string;
    readonly transport: string;
    readonly since: string;
    readonly remoteAddress?: string;
  }[];
  readonly total: number;
  readonly unansweredNodes: readonly string[];
  readonly unknownNodes: readonly string[];
}

export const sessionsCommand = defineCommand({
  name: "sessions",
  summary: "list the sessions of a user on all nodes",
  words: [{ name: "user", help: "the user's id" }],
  schema: z.strictObject(viaOptions),
  async run({ own, words: [user] }) {
    const listed = await new NodeApi(own).call<Listed>("ListUserSessions", { user });
    print(own, listed, linesOf);
  },
});

function linesOf({ sessions, total, unansweredNodes, unknownNodes }: Listed): string[] {
  const rows = sessions.map((one) => [one.session, one.node, one.transport, one.since, one.remoteAddress ?? ""]);
  return [
    ...(rows.length === 0 ? ["no session"] : table([["SESSION", "NODE", "TRANSPORT", "SINCE", "ADDRESS"], ...rows])),
    ...(total > sessions.length ? [`and ${total - sessions.length} more`] : []),
    ...unansweredNodes.map((node) => `${node} did not answer`),
    ...unknownNodes.map((node) => `${node} holds the user and cannot be asked`),
  ];
}
