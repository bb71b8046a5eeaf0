import { ContactRound, SquareStack } from "lucide-react";
import type { ReactNode } from "react";
import { Banner } from "@/components/Banner";
import { Page } from "@/components/Page";
import { SegmentedControl } from "@/components/SegmentedControl";
import type { Failure } from "@/errors/failure";
import { errorLook } from "@/errors/table";
import type { What } from "./search";

const HELD = [
  { id: "content", label: "Content", icon: SquareStack },
  { id: "leads", label: "Leads & deals", icon: ContactRound },
] as const;

export interface ChoosePageProps {
  what: What;
  onWhat: (what: What) => void;
  failure: Failure | null;
  children: ReactNode;
}

/** The first step: what is to come in, and where it is. */
export function ChoosePage({ what, onWhat, failure, children }: ChoosePageProps) {
  return (
    <Page
      title="Import"
      summary="What does the file hold?"
      isNarrow
      toolbar={
        <SegmentedControl label="What the file holds" segments={HELD} value={what} onChange={onWhat} />
      }
    >
      {failure && (
        <Banner tone="danger" title={errorLook(failure.code).title}>
          {[failure.message, errorLook(failure.code).advice].filter(Boolean).join(" ")}
        </Banner>
      )}
      {children}
    </Page>
  );
}
