import { invoke } from "@tauri-apps/api/core";
import { open, save } from "@tauri-apps/plugin-dialog";
import type { Host } from "./host";

export const tauriHost: Host = {
  rpc: (command, payload, speaker) => invoke("rpc", { command, payload, speaker }),
  pickFile: ({ title, kinds }) => open({ title, filters: kinds ?? [], multiple: false, directory: false }),
  pickFolder: (title) => open({ title, multiple: false, directory: true }),
  pickTarget: ({ title, kinds, suggestedName }) =>
    save({ title, filters: kinds ?? [], defaultPath: suggestedName }),
};
