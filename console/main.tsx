import { render } from "preact";
import { Api } from "./api.js";
import { App } from "./app.js";
import { applyTheme, savedTheme } from "./theme.js";

applyTheme(savedTheme());
// The page is served at /console/, the API beside it, also where a proxy puts both below a path of its own.
const api = new Api(new URL("../api/v1/", location.href));
render(<App api={api} />, document.getElementById("app")!);
