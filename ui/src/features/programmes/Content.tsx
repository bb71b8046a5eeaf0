import { Link } from "@tanstack/react-router";
import { X } from "lucide-react";
import { useState } from "react";
import type { Programme } from "@/bindings/Programme";
import { Card } from "@/components/Card";
import { EditOnly } from "@/components/EditOnly";
import { IconButton } from "@/components/IconButton";
import { PickField } from "@/components/PickField";
import { LOCALE } from "@/locale";
import { useAssetSearch, useAssetsOf } from "@/placing/choices";
import styles from "./Programmes.module.css";
import { saveProgramme } from "./saving";

/** The content a programme works with. */
export function Content({ programme: { id, assetIds } }: { programme: Programme }) {
  const [text, setText] = useState("");
  const assets = useAssetsOf(assetIds) ?? [];
  const { found, isSearching } = useAssetSearch(text);
  const save = (next: readonly string[]) => saveProgramme(id, { assetIds: [...next] });
  return (
    <Card title="Content" aside={assetIds.length === 0 ? undefined : assetIds.length.toLocaleString(LOCALE)}>
      <div className={styles.stack}>
        {assets.length > 0 && (
          <ul className={styles.content} aria-label="Content">
            {assets.map((asset) => (
              <li key={asset.id} className={styles.piece}>
                <Link to="/assets/$assetId" params={{ assetId: asset.id }} className={styles.link}>
                  {asset.label}
                </Link>
                <IconButton
                  isEdit
                  icon={X}
                  size="small"
                  label={`Take ${asset.label} out`}
                  onPress={() => void save(assetIds.filter((other) => other !== asset.id))}
                />
              </li>
            ))}
          </ul>
        )}
        <EditOnly>
          <PickField
            label="Add content"
            isLabelHidden
            placeholder="Add content: type a few words of its title"
            picked={[]}
            choices={found.filter((choice) => !assetIds.includes(choice.id))}
            onType={setText}
            isSearching={isSearching}
            onChange={(picked) => void save([...assetIds, ...picked.map((choice) => choice.id)])}
          />
        </EditOnly>
      </div>
    </Card>
  );
}
