import type { Api } from "./api.js";
import { ConfirmDialog } from "./confirm-dialog.js";
import { nodeName } from "./format.js";

/** Asks before a node is taken out of the cluster. */
export function DrainDialog({ api, node, close }: { api: Api; node: string; close(): void }) {
  const drain = async (): Promise<string> => {
    const { sessions } = await api.call("DrainNode", { node });
    return `${nodeName(node)} has begun to leave: ${sessions} session(s) are being moved.`;
  };
  return (
    <ConfirmDialog title={`Drain ${nodeName(node)}?`} action="Drain it" confirm={drain} close={close}>
      <p>
        It refuses new clients, moves those it has to other nodes, and leaves the cluster. The process goes on until it
        is ended; only a restart brings the node back.
      </p>
    </ConfirmDialog>
  );
}
