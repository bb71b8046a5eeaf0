import { FileCheck, FileInput, FileSpreadsheet, FolderOpen, type LucideIcon, Merge } from "lucide-react";
import { useRef } from "react";
import { FileTrigger } from "react-aria-components";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { type Dropped, titled } from "@/components/droppedFiles";
import { FileDrop } from "@/components/FileDrop";
import { Failure } from "@/errors/failure";
import { readAnswers } from "./answering";
import { useLostFocus } from "./focus";
import styles from "./Import.module.css";
import { readCopy } from "./merging";
import { Understood } from "./Understood";
import { readFiles, readFolder, refuse } from "./work";

const ENDINGS = [".csv", ".tsv", ".txt", ".xlsx", ".xml"];

const UNDERSTOOD = [
  ["Tables", "CSV, TSV and XLSX, with any header, in any of the usual encodings and date shapes."],
  ["Crawls and sitemaps", "The page export of a crawler, or sitemap.xml."],
  ["Markdown", "A folder of articles with their front matter; folders within it count too."],
] as const;

const NOTE =
  "Nothing is changed before you have seen what would become of it. Rows that cannot be read are named with their line. The same list can be imported again: it updates what changed and doubles nothing, and one undo takes all of it back.";

/** Of a dropped folder: its articles, not what tools keep beside them. */
function isArticle(path: string): boolean {
  const parts = path.split("/");
  const isKept = parts.some((part) => part.startsWith(".") || part === "node_modules");
  return !isKept && (path.endsWith("/") || /\.(md|mdx|markdown)$/i.test(path));
}

function take(source: Dropped): void {
  if (source.files.length === 0) {
    const what = source.title === "" ? "what was dropped" : source.title;
    refuse(new Failure("unreadable", `There are no files to import in ${what}.`));
    return;
  }
  void readFiles(source);
}

function choose(list: FileList | null): void {
  const files = [...(list ?? [])].map((file) => ({ name: file.name, file }));
  if (files.length > 0) {
    take({ title: titled(files.map(({ name }) => name)), files });
  }
}

interface FromOthersProps {
  title: string;
  text: string;
  icon: LucideIcon;
  label: string;
  isAsking: boolean;
  onPress: () => void;
}

/** What others have done apart from this file, and the verb that brings it in. */
function FromOthers({ title, text, icon, label, isAsking, onPress }: FromOthersProps) {
  return (
    <Card title={title}>
      <div className={styles.stack}>
        <p className={styles.note}>{text}</p>
        <div className={styles.buttons}>
          <Button icon={icon} isDisabled={isAsking} onPress={onPress}>
            {label}
          </Button>
        </div>
      </div>
    </Card>
  );
}

function Others({ isAsking }: { isAsking: boolean }) {
  return (
    <div className={styles.pair}>
      <FromOthers
        title="A copy of this workspace"
        text="What somebody answered, asked and decided in a copy comes in by itself. What both of you changed is shown with both values."
        icon={Merge}
        label="Merge a copy back…"
        isAsking={isAsking}
        onPress={() => void readCopy()}
      />
      <FromOthers
        title="Answers from sales"
        text="The filled copy of a workbook that Ask sales wrote comes in as that person's answers. You see all of it first."
        icon={FileCheck}
        label="Read answers…"
        isAsking={isAsking}
        onPress={() => void readAnswers()}
      />
    </div>
  );
}

/** The first step for content. */
export function Choose({ isAsking }: { isAsking: boolean }) {
  const buttons = useRef<HTMLDivElement>(null);
  useLostFocus(buttons, "button");
  return (
    <>
      <FileDrop
        label="Drop or paste a file or a folder here"
        isWanted={isArticle}
        onDrop={take}
        onFailure={refuse}
        isDisabled={isAsking}
      >
        <FileInput aria-hidden size={20} strokeWidth={1.5} className={styles.sign} />
        <h2 className={styles.dropTitle}>Drag a list of your content onto this place</h2>
        <p className={styles.note}>a file, or a folder of Markdown; or</p>
        <div ref={buttons} className={styles.buttons}>
          <FileTrigger acceptedFileTypes={ENDINGS} onSelect={choose}>
            <Button look="primary" size="large" icon={FileSpreadsheet} isDisabled={isAsking}>
              Choose a file…
            </Button>
          </FileTrigger>
          <Button size="large" icon={FolderOpen} isPending={isAsking} onPress={() => void readFolder()}>
            Choose a folder of Markdown…
          </Button>
        </div>
      </FileDrop>
      <Understood facts={UNDERSTOOD} note={NOTE} />
      <Others isAsking={isAsking} />
    </>
  );
}
