import { invoke } from "@tauri-apps/api/core";
import { getCurrentWindow } from "@tauri-apps/api/window";
import type { Host } from "./host";

function holdClose(mayClose: () => Promise<boolean>): void {
  void getCurrentWindow().onCloseRequested(async (event) => {
    if (!(await mayClose())) {
      event.preventDefault();
    }
  });
}

export const tauriHost: Host = {
  rpc: (command, payload, speaker) => invoke("rpc", { command, payload, speaker }),
  holdClose,
};
