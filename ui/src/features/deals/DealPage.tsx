import { getRouteApi, useSearch } from "@tanstack/react-router";
import { BriefcaseBusiness } from "lucide-react";
import type { DealPage as PageOfDeal } from "@/bindings/DealPage";
import type { DealPersona } from "@/bindings/DealPersona";
import { Back } from "@/components/Back";
import { Banner } from "@/components/Banner";
import { EmptyState } from "@/components/EmptyState";
import { Page } from "@/components/Page";
import { Skeleton } from "@/components/Skeleton";
import { FailureState } from "@/errors/FailureState";
import { NAMELESS } from "@/words/deals";
import { Content } from "./Content";
import { Course } from "./Course";
import styles from "./DealPage.module.css";
import { Figures } from "./Figures";
import { Needs } from "./Needs";
import { Offers } from "./Offers";
import { People } from "./People";
import { useClock, useDeal } from "./queries";
import { Stages } from "./Stages";

const route = getRouteApi("/deals/$key");

/** Said loudly: nobody at the table can say yes to the money. */
function WithoutBuyer({ page: { deal, help } }: { page: PageOfDeal }) {
  const isMissing = ({ personaId }: DealPersona) => deal.missingBuyers.includes(personaId);
  const buyers = help.personas.filter(isMissing).map(({ name }) => name);
  return buyers.length > 0 && deal.outcome === "open" ? (
    <Banner tone="warning" title="Nobody at the table holds the budget.">
      The economic buyer is missing: {buyers.join(" or ")}.
    </Banner>
  ) : null;
}

function Known({ page }: { page: PageOfDeal }) {
  const { deal } = page;
  const clock = useClock();
  const search = route.useSearch();
  return (
    <Page
      title={<span className={styles.name}>{deal.name || NAMELESS}</span>}
      summary={
        <span className={styles.summary}>
          <Back to="/deals" label="Deals" search={search} />
          {deal.account !== "" && <span>{deal.account}</span>}
          {deal.owner !== "" && <span>{deal.owner}</span>}
        </span>
      }
    >
      <Figures page={page} clock={clock} />
      <WithoutBuyer page={page} />
      <div className={styles.page}>
        <div className={styles.column}>
          <People page={page} clock={clock} />
          {deal.outcome === "open" && <Offers page={page} />}
          <Content page={page} clock={clock} />
        </div>
        <div className={styles.column}>
          <Stages page={page} />
          {deal.outcome === "open" && <Needs page={page} />}
          <Course page={page} clock={clock} />
        </div>
      </div>
    </Page>
  );
}

/** One deal: who decides, what they touched, and what to offer next. */
export function DealPage() {
  const { key } = route.useParams();
  const { journey } = useSearch({ strict: false });
  const { data, error, refetch } = useDeal(Number(key), journey);
  const search = route.useSearch();
  if (error?.code === "invalid") {
    return (
      <EmptyState
        level={1}
        icon={BriefcaseBusiness}
        title="This deal is not here"
        text="It is in another journey, or the import it came with was taken back: then redo, or the file, brings it again."
        action={<Back to="/deals" label="Deals" search={search} />}
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
    <Known page={data} />
  );
}
