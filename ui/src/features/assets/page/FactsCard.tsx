import { ExternalLink } from "lucide-react";
import type { Asset } from "@/bindings/Asset";
import type { AssetFields } from "@/bindings/AssetFields";
import type { Freshness } from "@/bindings/Freshness";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { Fact, Facts, QUIET } from "@/components/Facts";
import { IconButton } from "@/components/IconButton";
import { SavedDate } from "@/components/SavedDate";
import { SavedTags } from "@/components/SavedTags";
import { SavedTextField } from "@/components/SavedTextField";
import { Select } from "@/components/Select";
import { MoneyField } from "@/parts/MoneyField";
import { useFacets } from "@/rpc/lists";
import { openLink } from "@/rpc/openLink";
import { PURPOSES, STATUSES } from "@/words/plan";
import { capital } from "@/words/text";
import { useFormatChoices, useToday } from "../queries";
import { shortDate } from "../values";
import styles from "./AssetPage.module.css";
import { Kinds } from "./Kinds";

export type Save = (set: Partial<AssetFields>) => Promise<string | null>;

export interface FactsProps {
  asset: Asset;
  save: Save;
}

const NONE = "none";
const STATUS_CHOICES = STATUSES.map((id) => ({ id, label: capital(id) }));
const PURPOSE_CHOICES = [
  { id: NONE, label: "None" },
  ...PURPOSES.map((id) => ({ id: id as string, label: capital(id) })),
];

function Choices({ asset, save }: FactsProps) {
  const formats = [{ id: NONE, label: "None" }, ...useFormatChoices()];
  return (
    <>
      <Fact label="Status">
        <Select
          {...QUIET}
          label="Status"
          choices={STATUS_CHOICES}
          value={asset.status}
          onChange={(status) => void save({ status })}
        />
      </Fact>
      <Fact label="Format">
        <Select
          {...QUIET}
          label="Format"
          choices={formats}
          value={asset.formatId ?? NONE}
          onChange={(id) => void save({ formatId: id === NONE ? null : id })}
        />
      </Fact>
      <Fact label="Purpose">
        <Select
          {...QUIET}
          label="Purpose"
          choices={PURPOSE_CHOICES}
          value={asset.purpose ?? NONE}
          onChange={(id) => void save({ purpose: PURPOSES.find((purpose) => purpose === id) ?? null })}
        />
      </Fact>
      <Kinds asset={asset} save={save} />
    </>
  );
}

function Texts({ asset, save }: FactsProps) {
  const known = useFacets().themes.map(({ value }) => value);
  return (
    <>
      <Fact label="Owner">
        <SavedTextField
          {...QUIET}
          label="Owner"
          placeholder="Nobody yet"
          value={asset.owner}
          onSave={(owner) => save({ owner })}
        />
      </Fact>
      <Fact label="Themes">
        <SavedTags
          {...QUIET}
          label="Themes"
          placeholder="None yet"
          known={known}
          value={asset.themes}
          onSave={(themes) => save({ themes })}
        />
      </Fact>
      <Fact label="Language">
        <SavedTextField
          {...QUIET}
          label="Language"
          placeholder="Such as en"
          value={asset.language}
          onSave={(language) => save({ language })}
        />
      </Fact>
      <Fact label="Address">
        <div className={styles.address}>
          <SavedTextField
            {...QUIET}
            label="Address or file"
            placeholder="https://"
            value={asset.url}
            onSave={(url) => save({ url })}
          />
          {asset.url !== "" && (
            <IconButton
              icon={ExternalLink}
              size="small"
              label="Open its address"
              onPress={() => void openLink(asset)}
            />
          )}
        </div>
      </Fact>
      <Fact label="External id">
        <SavedTextField
          {...QUIET}
          label="External id"
          placeholder="From another tool"
          value={asset.externalId}
          onSave={(externalId) => save({ externalId })}
        />
      </Fact>
    </>
  );
}

function Dates({ asset, save }: FactsProps) {
  const today = useToday();
  return (
    <>
      <Fact label="Due">
        <SavedDate {...QUIET} label="Due" value={asset.dueOn} onSave={(dueOn) => save({ dueOn })} />
      </Fact>
      <Fact label="Published">
        <SavedDate
          {...QUIET}
          label="Published"
          value={asset.publishedOn}
          onSave={(publishedOn) => save({ publishedOn })}
        />
      </Fact>
      <Fact label="Reviewed">
        <SavedDate
          {...QUIET}
          label="Last reviewed"
          value={asset.reviewedOn}
          onSave={(reviewedOn) => save({ reviewedOn })}
        />
      </Fact>
      {asset.status === "published" && asset.reviewedOn !== today && (
        <Fact label="">
          <Button isEdit look="quiet" onPress={() => void save({ reviewedOn: today })}>
            Reviewed today
          </Button>
        </Fact>
      )}
    </>
  );
}

function sayFreshness({ standing, expiresOn, undated }: Freshness): string {
  if (undated) {
    return "Undated: without a date nobody knows when it grows stale.";
  }
  if (standing === "stale") {
    return `Stale since ${shortDate(expiresOn)}.`;
  }
  if (standing === "live") {
    return expiresOn === null ? "Live, and evergreen." : `Live until ${shortDate(expiresOn)}.`;
  }
  return standing === "retired" ? "Retired: it counts nowhere." : "Not out yet.";
}

export function FactsCard({ asset, save, freshness }: FactsProps & { freshness: Freshness }) {
  return (
    <Card title="Facts" aside={sayFreshness(freshness)}>
      <Facts>
        <Choices asset={asset} save={save} />
        <Texts asset={asset} save={save} />
        <Dates asset={asset} save={save} />
        <Fact label="Cost">
          <MoneyField
            {...QUIET}
            label="Production cost"
            value={asset.cost}
            onSave={(cost) => save({ cost })}
          />
        </Fact>
      </Facts>
    </Card>
  );
}
