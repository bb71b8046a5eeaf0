import { initials } from "@/components/Avatar";

/** How an answer is signed: "A. Kim", or where another entered it "MR for A. Kim". */
export function signature(member: string, enteredBy: string | null): string {
  return enteredBy === null ? member : `${initials(enteredBy)} for ${member}`;
}
