import type { Persona } from "@/bindings/Persona";
import { useCall } from "@/rpc/useCall";

export function useTriggers() {
  return useCall("trigger.list", {}, { kinds: ["trigger", "persona"] });
}

const NO_PERSONAS: readonly Persona[] = [];

export function usePersonas(): readonly Persona[] {
  return useCall("persona.list", {}, { kinds: ["persona"] }).data ?? NO_PERSONAS;
}

export function useAnswers() {
  return useCall("trigger.answers", {}).data ?? [];
}
