import type { Preset } from "@/bindings/Preset";

export const PRESET_WORDS: Readonly<Record<Preset, string>> = {
  default: "From inquiry to negotiation",
  hubspot: "HubSpot pipeline",
  salesforce: "Salesforce pipeline",
  pipedrive: "Pipedrive pipeline",
  crossSell: "Cross-sell",
  retention: "Retention",
  empty: "Empty",
};
