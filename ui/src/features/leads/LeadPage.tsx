import { getRouteApi } from "@tanstack/react-router";
import { UserX } from "lucide-react";
import type { LeadPage as PageOfLead } from "@/bindings/LeadPage";
import { Back } from "@/components/Back";
import { EmptyState } from "@/components/EmptyState";
import { Page } from "@/components/Page";
import { Skeleton } from "@/components/Skeleton";
import { FailureState } from "@/errors/FailureState";
import { ANONYMOUS } from "./columns";
import { Handoff } from "./Handoff";
import styles from "./Leads.module.css";
import { Quality } from "./Quality";
import { useClock, useLead } from "./queries";
import { Score } from "./Score";
import { Timeline } from "./Timeline";
import { Who } from "./Who";

const route = getRouteApi("/leads/$key");

function nameOf({ values }: PageOfLead): string {
  const said = (field: string) => values.find((value) => value.field === field)?.text;
  return said("name") ?? said("email") ?? ANONYMOUS;
}

function Known({ lead }: { lead: PageOfLead }) {
  const clock = useClock();
  return (
    <Page
      title={<span className={styles.title}>{nameOf(lead)}</span>}
      summary={<Back to="/leads" label="Leads" />}
    >
      <div className={styles.page}>
        <div className={styles.column}>
          <Score leadKey={lead.key} clock={clock} />
          <Timeline lead={lead} clock={clock} />
        </div>
        <div className={styles.column}>
          <Handoff leadKey={lead.key} />
          <Who lead={lead} clock={clock} />
          <Quality quality={lead.quality} clock={clock} />
        </div>
      </div>
    </Page>
  );
}

/** One lead: who it is, and what it did when. */
export function LeadPage() {
  const { key } = route.useParams();
  const { data, error, refetch } = useLead(Number(key));
  if (error?.code === "invalid") {
    return (
      <EmptyState
        level={1}
        icon={UserX}
        title="This lead is no longer here"
        text="The import it came with may have been taken back. Redo, or the file, brings it again."
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
    <Known lead={data} />
  );
}
