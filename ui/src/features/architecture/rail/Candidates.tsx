import type { At } from "@/bindings/At";
import type { Candidate } from "@/bindings/Candidate";
import type { CellNeed } from "@/bindings/CellNeed";
import { Button } from "@/components/Button";
import { ListRow, RowList } from "@/components/ListRow";
import { LOCALE } from "@/locale";
import { carryOver } from "../carrying";
import { useDesk } from "../desk";
import { useCandidates } from "../queries";
import { Section } from "./Section";

const SHOWN = 5;

function sayMatch(needIds: readonly string[], needs: readonly CellNeed[]): string {
  const open = needs.filter(({ id }) => needIds.includes(id)).length;
  return open === 0 ? "" : ` · answers ${open === 1 ? "1 need" : `${open.toLocaleString(LOCALE)} needs`}`;
}

function CandidateRow({
  candidate,
  at,
  needs,
}: {
  candidate: Candidate;
  at: At;
  needs: readonly CellNeed[];
}) {
  const desk = useDesk();
  const { asset, persona, stage, needIds } = candidate;
  const kind = asset.format === "" ? "" : `${asset.format} · `;
  return (
    <ListRow
      title={
        <span {...carryOver({ assetIds: [asset.id], placementIds: [], label: asset.title })}>
          {asset.title}
        </span>
      }
      detail={`${kind}${persona} at ${stage}${sayMatch(needIds, needs)}`}
      areActionsOver
      actions={
        desk.canEdit && (
          <Button
            onPress={() => desk.place({ assetIds: [asset.id], cells: [at] })}
            aria-label={`Place ${asset.title} here`}
          >
            Place here
          </Button>
        )
      }
    />
  );
}

/** What stands next door and could serve here too: reuse before producing. */
export function Candidates({ at, needs }: { at: At; needs: readonly CellNeed[] }) {
  const { asOf } = useDesk().request;
  const candidates = useCandidates(at, asOf, true).data ?? [];
  if (candidates.length === 0) {
    return null;
  }
  return (
    <Section title="Could be reused">
      <RowList label="Could be reused">
        {candidates.slice(0, SHOWN).map((candidate) => (
          <CandidateRow key={candidate.asset.id} candidate={candidate} at={at} needs={needs} />
        ))}
      </RowList>
    </Section>
  );
}
