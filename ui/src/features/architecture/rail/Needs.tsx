import { Check, MoreHorizontal } from "lucide-react";
import { useState } from "react";
import type { CellDetail } from "@/bindings/CellDetail";
import type { CellNeed } from "@/bindings/CellNeed";
import { IconButton } from "@/components/IconButton";
import { ListRow, RowList } from "@/components/ListRow";
import { MenuButton } from "@/components/Menu";
import { Sign } from "@/components/Sign";
import { LOCALE } from "@/locale";
import { mutate } from "@/rpc/mutate";
import { NEED_STATUS_WORDS } from "@/words/plan";
import { capital } from "@/words/text";
import { useDesk } from "../desk";
import { NeedDecline } from "./NeedDecline";
import { NeedEntry } from "./NeedEntry";
import styles from "./Rail.module.css";
import { Section } from "./Section";

function NeedSign({ need }: { need: CellNeed }) {
  if (need.status === "open" && need.importance === "must") {
    return (
      <span className={styles.flag}>
        <Sign name="flag" label="open must-need" />
      </span>
    );
  }
  const name = need.status === "answered" ? "check" : need.status === "planned" ? "pen" : "ring";
  return (
    <span className={styles.quiet}>
      <Sign name={need.status === "declined" ? "dash" : name} />
    </span>
  );
}

function sayNeed({ kind, author, status, importance, ofAll, declined }: CellNeed): string {
  return [
    capital(kind),
    importance === "must" ? "" : importance,
    ofAll ? "for all" : "",
    author ?? "",
    status === "open" ? "" : NEED_STATUS_WORDS[status],
    declined === null ? "" : `“${declined}”`,
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

function setAnswers(need: CellNeed, answerIds: string[], toast: string): void {
  void mutate("need.update", { id: need.id, version: need.version, set: { answerIds } }, { toast });
}

interface NeedRowProps {
  need: CellNeed;
  detail: CellDetail;
  onDecline: () => void;
}

function useNeedMenu({ need, detail, onDecline }: NeedRowProps) {
  const answers = detail.placements
    .filter((one, at, all) => all.findIndex(({ asset }) => asset.id === one.asset.id) === at)
    .map(({ asset }) => {
      const isChosen = need.answerIds.includes(asset.id);
      const ids = isChosen ? need.answerIds.filter((id) => id !== asset.id) : [...need.answerIds, asset.id];
      const toast = isChosen ? `“${asset.title}” no longer answers it` : `Answered by “${asset.title}”`;
      return { id: asset.id, label: asset.title, isChosen, run: () => setAnswers(need, ids, toast) };
    });
  const reopen = () =>
    void mutate(
      "need.update",
      { id: need.id, version: need.version, set: { declined: null } },
      { toast: "Taken up again" },
    );
  const verbs = [
    need.declined === null
      ? { id: "decline", label: "Decline…", run: onDecline }
      : { id: "reopen", label: "Take up again", run: reopen },
    {
      id: "delete",
      label: "Delete the need",
      isDanger: true,
      run: () => void mutate("need.delete", { id: need.id }, { toast: "Need deleted" }),
    },
  ];
  return [
    { id: "answers", title: "Answered by", entries: answers },
    { id: "verbs", entries: verbs },
  ];
}

function NeedRow(props: NeedRowProps) {
  const { need } = props;
  const { canEdit } = useDesk();
  const groups = useNeedMenu(props);
  return (
    <ListRow
      lead={<NeedSign need={need} />}
      title={need.text}
      detail={sayNeed(need)}
      areActionsOver
      actions={
        canEdit && (
          <MenuButton label={`What to do about “${need.text}”`} groups={groups} placement="bottom end">
            <IconButton
              icon={need.status === "open" ? Check : MoreHorizontal}
              label={`Answer, decline or delete “${need.text}”`}
              size="small"
            />
          </MenuButton>
        )
      }
    />
  );
}

function headline(needs: readonly CellNeed[]): string {
  const open = needs.filter(({ status, importance }) => status === "open" && importance === "must").length;
  if (open > 0) {
    return open === 1 ? "1 must-need open" : `${open.toLocaleString(LOCALE)} must-needs open`;
  }
  return "Needs";
}

/** What deals need here, with its status, and a line for one more. */
export function Needs({ detail }: { detail: CellDetail }) {
  const { canEdit } = useDesk();
  const [declining, setDeclining] = useState<CellNeed | null>(null);
  const isApplicable = detail.state !== "not applicable";
  if (!isApplicable) {
    return null;
  }
  return (
    <Section title={headline(detail.needs)}>
      <RowList label="Needs">
        {detail.needs.map((need) => (
          <NeedRow key={need.id} need={need} detail={detail} onDecline={() => setDeclining(need)} />
        ))}
      </RowList>
      {canEdit && <NeedEntry detail={detail} />}
      {declining && <NeedDecline need={declining} onClose={() => setDeclining(null)} />}
    </Section>
  );
}
