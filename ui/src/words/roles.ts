import type { Member } from "@/bindings/Member";

export const ROLE_WORDS: Readonly<Record<Member["role"], string>> = {
  strategist: "Strategist",
  reviewer: "Reviewer",
  sales: "Sales",
};
