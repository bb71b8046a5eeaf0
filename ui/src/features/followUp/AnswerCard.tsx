import type { SalesReply } from "@/bindings/SalesReply";
import { Card } from "@/components/Card";
import { Reply } from "@/parts/handoff/Reply";
import type { Clock } from "@/words/clock";

/** What sales said; another answer takes its place. */
export function AnswerCard({ reply, clock }: { reply: SalesReply; clock: Clock }) {
  return (
    <Card title="The answer">
      <Reply reply={reply} clock={clock} />
    </Card>
  );
}
