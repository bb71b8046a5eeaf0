import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Megaphone, UserX } from "lucide-react";
import { useCallback, useState } from "react";
import type { LeadPage as PageOfLead } from "@/bindings/LeadPage";
import { Back } from "@/components/Back";
import { Chip } from "@/components/Chip";
import { EmptyState } from "@/components/EmptyState";
import { Page } from "@/components/Page";
import { Skeleton } from "@/components/Skeleton";
import { FailureState } from "@/errors/FailureState";
import { Speaks } from "./advocate/Speaks";
import { useAdvocate } from "./advocate/useAdvocate";
import { EraseDialog } from "./erase/EraseDialog";
import type { Erasable } from "./erase/words";
import { Handoff } from "./Handoff";
import { LeadDeals } from "./LeadDeals";
import { LeadMenu } from "./LeadMenu";
import styles from "./Leads.module.css";
import { nameOf } from "./name";
import { Quality } from "./Quality";
import { useClock, useLead } from "./queries";
import { Score } from "./Score";
import { Timeline } from "./Timeline";
import { Who } from "./Who";

const route = getRouteApi("/leads/$key");

/** What has to be typed to erase a lead: its address, else its id, else what it is called here. */
function erasable(lead: PageOfLead): Erasable {
  const said = (field: string) => lead.values.find((value) => value.field === field)?.text;
  const name = nameOf(lead);
  return { key: lead.key, name, typed: said("email") ?? said("externalId") ?? name };
}

function Known({ lead, onErase }: { lead: PageOfLead; onErase: (lead: Erasable) => void }) {
  const clock = useClock();
  const erase = useCallback(() => onErase(erasable(lead)), [lead, onErase]);
  const marking = useAdvocate(lead);
  return (
    <Page
      title={
        <span className={styles.heading}>
          <span className={styles.title}>{nameOf(lead)}</span>
          {lead.advocate !== null && (
            <Chip tone="accent" icon={Megaphone}>
              Advocate
            </Chip>
          )}
        </span>
      }
      summary={<Back to="/leads" label="Leads" />}
      actions={<LeadMenu leadKey={lead.key} marking={marking.actions} onErase={erase} />}
    >
      <div className={styles.page}>
        <div className={styles.column}>
          <Score leadKey={lead.key} clock={clock} />
          <Timeline lead={lead} clock={clock} />
        </div>
        <div className={styles.column}>
          <Handoff leadKey={lead.key} />
          <LeadDeals leadKey={lead.key} />
          {lead.advocate !== null && <Speaks mark={lead.advocate} clock={clock} />}
          <Who lead={lead} clock={clock} />
          <Quality quality={lead.quality} clock={clock} />
        </div>
      </div>
      {marking.dialog}
    </Page>
  );
}

function Shown({ leadKey, onErase }: { leadKey: number; onErase: (lead: Erasable) => void }) {
  const { data, error, refetch } = useLead(leadKey);
  if (error?.code === "invalid") {
    return (
      <EmptyState
        level={1}
        icon={UserX}
        title="This lead is no longer here"
        text="It was erased, or the import it came with was taken back: then redo, or the file, brings it again."
        action={<Back to="/leads" label="Leads" />}
      />
    );
  }
  if (error) {
    return <FailureState level={1} error={error} retry={() => void refetch()} />;
  }
  return data === undefined ? (
    <Page title="">
      <Skeleton lines={10} />
    </Page>
  ) : (
    <Known lead={data} onErase={onErase} />
  );
}

/** One lead: who it is, and what it did when. */
export function LeadPage() {
  const { key } = route.useParams();
  const navigate = useNavigate();
  // It outlives the lead: what became of it is told when the lead is gone.
  const [asked, setAsked] = useState<Erasable | null>(null);
  return (
    <>
      <Shown leadKey={Number(key)} onErase={setAsked} />
      {asked !== null && (
        <EraseDialog
          lead={asked}
          onClose={() => setAsked(null)}
          onGone={() => void navigate({ to: "/leads", replace: true })}
        />
      )}
    </>
  );
}
