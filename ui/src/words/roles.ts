import type { Member } from "@/rpc/contract";

export const ROLE_WORDS: Readonly<Record<Member["role"], string>> = {
  strategist: "Strategist",
  reviewer: "Reviewer",
  sales: "Sales",
};
