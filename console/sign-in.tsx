import { useState } from "preact/hooks";
import { Comet } from "./comet.js";

/** Asks for the token of the admin listener. It is kept for this tab, and sent in a header to this node alone. */
export function SignIn({ wasRefused, enter }: { readonly wasRefused: boolean; enter(token: string): void }) {
  const [token, setToken] = useState("");
  return (
    <main class="sign-in">
      <form
        class="panel"
        onSubmit={(event) => {
          event.preventDefault();
          enter(token.trim());
        }}
      >
        <Comet size={44} />
        <h1>Oortbus console</h1>
        <p>This node asks for its token (admin.token).</p>
        <label>
          Token
          <input
            type="password"
            autocomplete="off"
            value={token}
            ref={(field) => field?.focus()}
            aria-invalid={wasRefused}
            onInput={(event) => setToken(event.currentTarget.value)}
          />
        </label>
        {wasRefused && (
          <p class="problem" role="alert">
            The node does not take this token.
          </p>
        )}
        <button type="submit" class="primary" disabled={token.trim() === ""}>
          Enter
        </button>
        <p class="soft">It is kept until this tab is closed.</p>
      </form>
    </main>
  );
}
