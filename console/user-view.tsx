import { useState } from "preact/hooks";
import type { Api, Finding, Trace } from "./api.js";
import { CallError } from "./api.js";
import { milliseconds, nodeName, shown } from "./format.js";
import { LeftOpen, NodeLink, Panel, Problem, Stranger, userPath } from "./parts.js";
import { SessionList } from "./session-list.js";

/** Looks for users, and for one of them: where he is, the path of a test message to him, why he gets messages or does not. */
export function UserView({ api, user }: { readonly api: Api; readonly user: string }) {
  const [typed, setTyped] = useState(user);
  return (
    <>
      <Panel title="One user">
        <form
          class="filters"
          onSubmit={(event) => {
            event.preventDefault();
            location.hash = userPath(typed);
          }}
        >
          <label>
            User id, exactly
            <input
              value={typed}
              maxLength={256}
              spellcheck={false}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="primary" disabled={typed === ""}>
            Look
          </button>
        </form>
        {user !== "" && (
          <div class="halves">
            <Tracer key={`trace ${user}`} api={api} user={user} />
            <Explainer key={`why ${user}`} api={api} user={user} />
          </div>
        )}
      </Panel>
      <Panel title={user === "" ? "Sessions of all users" : "Sessions"}>
        <SessionList key={user} api={api} user={user} />
      </Panel>
    </>
  );
}

interface AskState<T> {
  readonly isBusy: boolean;
  readonly answer: T | undefined;
  readonly error: CallError | undefined;
}

/** For what is asked by a button. */
function useAsk<T>(): [AskState<T>, (work: () => Promise<T>) => void] {
  const [state, setState] = useState<AskState<T>>({ isBusy: false, answer: undefined, error: undefined });
  const ask = (work: () => Promise<T>): void => {
    setState({ isBusy: true, answer: undefined, error: undefined });
    work().then(
      (answer) => setState({ isBusy: false, answer, error: undefined }),
      (error: unknown) => {
        const known =
          error instanceof CallError ? error : new CallError(0, error instanceof Error ? error.message : String(error));
        setState({ isBusy: false, answer: undefined, error: known });
      },
    );
  };
  return [state, ask];
}

function Tracer({ api, user }: { readonly api: Api; readonly user: string }) {
  const [channel, setChannel] = useState("/service/oortbus/test");
  const [data, setData] = useState("");
  const [{ isBusy, answer, error }, ask] = useAsk<Trace>();
  const send = async (): Promise<Trace> =>
    api.call("TraceMessage", { user, channel, ...(data.trim() === "" ? {} : { data: parsed(data) }) });
  return (
    <section aria-label="Trace a test message">
      <h3>Send a test message</h3>
      <p class="soft">
        It goes to every session of <Stranger text={user} max={40} />, as any message does. Clients that do not know the
        channel ignore it.
      </p>
      <form
        class="filters"
        onSubmit={(event) => {
          event.preventDefault();
          ask(send);
        }}
      >
        <label>
          Channel
          <input value={channel} spellcheck={false} onInput={(event) => setChannel(event.currentTarget.value)} />
        </label>
        <label>
          Data (JSON)
          <input
            value={data}
            spellcheck={false}
            placeholder="a new id"
            onInput={(event) => setData(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="primary" disabled={isBusy}>
          {isBusy ? "On its way…" : "Send and trace"}
        </button>
      </form>
      <Problem error={error} />
      {answer !== undefined && <Path trace={answer} />}
    </section>
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CallError(0, "the data is not JSON: text needs quotation marks");
  }
}

function Path({ trace }: { readonly trace: Trace }) {
  const { steps, delivered, stored, unansweredNodes, unknownNodes } = trace;
  const longest = Math.max(1, ...steps.map(({ atMs }) => atMs));
  return (
    <>
      <p role="status" class={delivered > 0 ? "good" : "bad"}>
        {delivered > 0
          ? `${delivered} session(s) took it.`
          : stored > 0
            ? "Kept for the next login."
            : "It reached nobody."}
      </p>
      <ol class="path">
        {steps.map(({ node, step, atMs, uncertaintyMs, session, detail }, index) => (
          <li key={index} data-step={step}>
            <span class="at">
              {milliseconds(atMs)}
              {uncertaintyMs > 0 && <small> ± {milliseconds(uncertaintyMs)}</small>}
            </span>
            <span class="track" aria-hidden="true">
              <span style={{ insetInlineStart: `${(atMs / longest) * 100}%` }} />
            </span>
            <span class="what">
              <b>{step}</b> at {nodeName(node)}
              {session !== "" && (
                <>
                  {" "}
                  · <code>{session}</code>
                </>
              )}
              <small>{shown(detail)}</small>
            </span>
          </li>
        ))}
      </ol>
      <LeftOpen unanswered={unansweredNodes} unknown={unknownNodes} />
    </>
  );
}

function Explainer({ api, user }: { readonly api: Api; readonly user: string }) {
  const [channel, setChannel] = useState("");
  const [{ isBusy, answer, error }, ask] = useAsk<{ findings: Finding[] }>();
  return (
    <section aria-label="Why did this user not get it?">
      <h3>Why did this user not get it?</h3>
      <p class="soft">From presence, sessions, queues, subscriptions, rights and kept messages, as they are now.</p>
      <form
        class="filters"
        onSubmit={(event) => {
          event.preventDefault();
          ask(() => api.call("ExplainDelivery", { user, channel }));
        }}
      >
        <label>
          Channel (empty: sent to the user)
          <input
            value={channel}
            spellcheck={false}
            placeholder="/chat/lobby"
            onInput={(event) => setChannel(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="primary" disabled={isBusy}>
          Explain
        </button>
      </form>
      <Problem error={error} />
      {answer !== undefined && (
        <ul class="findings" aria-live="polite">
          {answer.findings.map(({ topic, verdict, text, node, session }, index) => (
            <li key={index} data-verdict={verdict}>
              <b>
                {verdict} · {topic}
              </b>
              <span>{shown(text, 400)}</span>
              {node !== "" && (
                <small>
                  <NodeLink url={node} />
                  {session !== "" && (
                    <>
                      {" "}
                      · <code>{session}</code>
                    </>
                  )}
                </small>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
