import { invoke } from "@tauri-apps/api/core";
import type { Host } from "./host";

export const tauriHost: Host = {
  rpc: (command, payload, speaker) => invoke("rpc", { command, payload, speaker }),
};
