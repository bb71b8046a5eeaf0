import type { Channel } from "@/bindings/Channel";
import { ToggleChips } from "@/components/ToggleChips";
import { useDraft } from "@/components/useDraft";
import styles from "./AssetPage.module.css";
import type { FactsProps } from "./FactsCard";

const FLAGS = [
  { id: "interactive", label: "Interactive" },
  { id: "visual", label: "Visual" },
  { id: "onDemand", label: "On demand" },
] as const;

const CHANNELS: readonly { id: Channel; label: string }[] = [
  { id: "inbound", label: "Inbound" },
  { id: "outbound", label: "Outbound" },
];

/** What the reader can do with it, and how it reaches them. */
export function Kinds({ asset, save }: FactsProps) {
  const flags = useDraft(
    FLAGS.filter(({ id }) => asset[id])
      .map(({ id }) => id)
      .join(),
    (on) => save(Object.fromEntries(FLAGS.map(({ id }) => [id, on.split(",").includes(id)]))),
  );
  const channels = useDraft(asset.channels.join(), (on) =>
    save({ channels: CHANNELS.map(({ id }) => id).filter((id) => on.split(",").includes(id)) }),
  );
  return (
    <div className={styles.kinds}>
      <ToggleChips
        label="Kind"
        chips={FLAGS}
        value={flags.value.split(",")}
        onChange={(on) => flags.change(on.join())}
      />
      <ToggleChips
        label="Channels"
        chips={CHANNELS}
        value={channels.value.split(",")}
        onChange={(on) => channels.change(on.join())}
      />
    </div>
  );
}
