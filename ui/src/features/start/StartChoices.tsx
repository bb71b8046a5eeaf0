import { FileInput, Grid3x3, type LucideIcon, Telescope } from "lucide-react";
import { useState } from "react";
import { Button as AriaButton } from "react-aria-components";
import type { Session } from "@/bindings/Session";
import { openSample } from "@/rpc/opening";
import { type Beginning, NewWorkspace } from "./NewWorkspace";
import styles from "./Start.module.css";

interface ChoiceProps {
  icon: LucideIcon;
  title: string;
  text: string;
  onPress: () => void;
  isBusy?: boolean;
  autoFocus?: boolean;
}

function StartChoice({ icon: Icon, title, text, onPress, isBusy = false, autoFocus = false }: ChoiceProps) {
  return (
    <AriaButton
      className={styles.choice ?? ""}
      data-busy={isBusy || undefined}
      onPress={() => !isBusy && onPress()}
      autoFocus={autoFocus}
    >
      <span className={styles.choiceIcon}>
        <Icon aria-hidden size={20} strokeWidth={1.5} />
      </span>
      <span className={styles.choiceTitle}>{title}</span>
      <span className={styles.choiceText}>{text}</span>
    </AriaButton>
  );
}

export interface StartChoicesProps {
  session: Session;
  /** Goes to an address once a workspace is open. */
  go: (address: string) => void;
}

/** The three ways to begin; two of them ask for a company and a name first. */
export function StartChoices({ session, go }: StartChoicesProps) {
  const [beginning, setBeginning] = useState<Beginning | null>(null);
  const [isOpening, setOpening] = useState(false);
  const sample = async () => {
    setOpening(true);
    if (await openSample()) {
      go("/architecture");
    }
    setOpening(false);
  };
  if (beginning !== null) {
    return <NewWorkspace beginning={beginning} session={session} go={go} onBack={() => setBeginning(null)} />;
  }
  return (
    <div className={styles.choices}>
      <StartChoice
        icon={Telescope}
        title="Open the sample"
        text="An invented company with its content in place. See its coverage and gaps at once."
        onPress={() => void sample()}
        isBusy={isOpening}
        autoFocus
      />
      <StartChoice
        icon={FileInput}
        title="Import a content list"
        text="A CSV or Excel list, a sitemap or a folder of Markdown. Nothing leaves this machine."
        onPress={() => setBeginning("import")}
      />
      <StartChoice
        icon={Grid3x3}
        title="Start empty"
        text="Choose the stages of your sales process, and describe the rest as you go."
        onPress={() => setBeginning("empty")}
      />
    </div>
  );
}
