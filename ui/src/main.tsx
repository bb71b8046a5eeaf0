import "@fontsource-variable/inter/wght.css";
import "./style/tokens.css";
import "./style/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { mendPressAfterDrag } from "./host/afterDrag";
import { provideHost } from "./host/host";
import { tauriHost } from "./host/tauri";
import { guardClosing } from "./rpc/leaving";
import { App } from "./shell/App";
import { followTheme } from "./style/theme";

provideHost(tauriHost);
guardClosing();
followTheme();
// On its way while the workspace is opened: text is laid out once, in its own letters.
void document.fonts.load('1rem "Inter Variable"');
mendPressAfterDrag();

const root = document.getElementById("root");
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
