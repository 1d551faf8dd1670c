import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

export interface ConfirmDialogProps {
  readonly title: string;
  readonly children: ComponentChildren;
  /** What the button says that does it. */
  readonly action: string;
  /** @returns what came of it, to be shown. What it throws is shown as well, and may be tried again. */
  confirm(): Promise<string>;
  close(): void;
}

/** Asks before something is done that cannot be undone, and tells what came of it. */
export function ConfirmDialog({ title, children, action, confirm, close }: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<string>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => dialog.current!.showModal(), []);
  const run = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      setOutcome(await confirm());
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="dialog-title">
      <h2 id="dialog-title">{title}</h2>
      {outcome === undefined ? children : <p role="status">{outcome}</p>}
      {problem !== undefined && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <div class="buttons">
        <button type="button" onClick={() => dialog.current!.close()}>
          {outcome === undefined ? "Cancel" : "Close"}
        </button>
        {outcome === undefined && (
          <button type="button" class="danger" disabled={isBusy} onClick={() => void run()}>
            {action}
          </button>
        )}
      </div>
    </dialog>
  );
}
