import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Trash2 } from "lucide-react";
import { useMemo } from "react";
import { ActionButton } from "@/actions/ActionButton";
import { useDeletion } from "@/actions/deletion";
import { useActions } from "@/actions/registry";
import type { Agreement } from "@/bindings/Agreement";
import { Back } from "@/components/Back";
import { Banner } from "@/components/Banner";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { KeepsWorking } from "@/components/KeepsWorking";
import { Page } from "@/components/Page";
import { ReadOnlyContext, useFieldsAreReadOnly } from "@/components/readOnly";
import { Select } from "@/components/Select";
import { sayMonth } from "@/words/months";
import { sayAgreement } from "@/words/sla";
import { NothingAgreed } from "../Nothing";
import { useAgreements, useInForce } from "../queries";
import { SaveToSign } from "../SaveToSign";
import { useBeginAction, useSaveActions } from "../verbs";
import { stateOf } from "../versions";
import styles from "./Agreement.module.css";
import { Definitions } from "./Definitions";
import { Frame } from "./Frame";
import { Profile } from "./Profile";
import { Quotas } from "./Quotas";
import { Said } from "./Said";
import { MarketingSide, SalesSide } from "./Sides";
import { saveAgreement } from "./saving";

const route = getRouteApi("/sla/agreement");

/** Which version is on show, where there is more than one. */
function Versions({ shown }: { shown: Agreement }) {
  const versions = useAgreements();
  const inForce = useInForce();
  const navigate = route.useNavigate();
  if (versions.length < 2) {
    return null;
  }
  return (
    <KeepsWorking>
      <span className={styles.version}>
        <Select
          label="Version"
          isLabelHidden
          choices={versions.map((one) => ({
            id: one.id,
            label: `From ${sayMonth(one.startsOn)}`,
            detail: stateOf(one, inForce),
          }))}
          value={shown.id}
          onChange={(version) => void navigate({ search: { version } as never })}
        />
      </span>
    </KeepsWorking>
  );
}

function Notes({ agreement: { id, notes } }: { agreement: Agreement }) {
  return (
    <Card title="Besides">
      <Said
        label="What else is agreed"
        nothing="Nothing else"
        example="both sides meet on the first Monday of a month"
        value={notes}
        onSave={(next) => saveAgreement(id, { notes: next })}
      />
    </Card>
  );
}

function Fields({ agreement }: { agreement: Agreement }) {
  return (
    <div className={styles.page}>
      <Frame agreement={agreement} />
      <Definitions agreement={agreement} />
      <Profile agreement={agreement} />
      <div className={styles.sides}>
        <MarketingSide agreement={agreement} />
        <SalesSide agreement={agreement} />
      </div>
      <Quotas agreement={agreement} />
      <Notes agreement={agreement} />
    </div>
  );
}

function Known({ agreement }: { agreement: Agreement }) {
  const navigate = useNavigate();
  const state = stateOf(agreement, useInForce());
  const isReadOnly = useFieldsAreReadOnly();
  const begin = useBeginAction();
  useActions(useMemo(() => [begin], [begin]));
  const saving = useSaveActions(agreement);
  const name = sayAgreement(agreement.startsOn);
  const deletion = useDeletion({
    onDeleted: () => void navigate({ to: "/sla/agreement", search: {} as never }),
  });
  return (
    <Page
      title={name}
      summary={
        <span className={styles.summary}>
          <Back to="/sla" label="SLA" />
          <span className={styles.state} data-state={state}>
            {state}
          </span>
        </span>
      }
      actions={
        <>
          <Button
            isEdit
            look="quiet"
            icon={Trash2}
            onPress={() => deletion.ask({ kind: "agreement", id: agreement.id, name: "the agreement" })}
          >
            Delete
          </Button>
          <ActionButton action={begin} />
          <SaveToSign actions={saving} look="primary" />
        </>
      }
      toolbar={<Versions shown={agreement} />}
    >
      {deletion.notice}
      {state === "ended" && (
        <Banner>A later version has taken its place. It stays to read: months it held for go by it.</Banner>
      )}
      <ReadOnlyContext value={isReadOnly || state === "ended"}>
        <Fields agreement={agreement} />
      </ReadOnlyContext>
    </Page>
  );
}

function Begin() {
  const begin = useBeginAction();
  useActions(useMemo(() => [begin], [begin]));
  return (
    <Page title="Agreement" summary={<Back to="/sla" label="SLA" />}>
      <NothingAgreed begin={begin} />
    </Page>
  );
}

/** What marketing and sales agree on: the version in force, or another one. */
export function AgreementPage() {
  const versions = useAgreements();
  const { version } = route.useSearch();
  const inForce = useInForce();
  const shown = versions.find(({ id }) => id === version) ?? inForce ?? versions[0];
  return shown === undefined ? <Begin /> : <Known key={shown.id} agreement={shown} />;
}
