// Deleting a thing of the plan: at once where nothing hangs on it, else after showing what does. There is
// always an undo.
import { type ReactNode, useState } from "react";
import type { EntityKind } from "@/bindings/EntityKind";
import type { Hanging } from "@/bindings/Hanging";
import { Banner } from "@/components/Banner";
import { Button } from "@/components/Button";
import { toFailure } from "@/errors/failure";
import { call } from "@/rpc/call";
import { mutateField } from "@/rpc/mutate";
import { sayHanging } from "@/words/hanging";
import styles from "./deletion.module.css";

export type DeletableKind = Extract<
  EntityKind,
  | "persona"
  | "trigger"
  | "stage"
  | "journey"
  | "need"
  | "member"
  | "format"
  | "interview"
  | "insight"
  | "programme"
  | "programmeNote"
  | "snapshot"
  | "review"
  | "decision"
  | "agreement"
>;

export interface Deletable {
  kind: DeletableKind;
  id: string;
  name: string;
}

interface Asked extends Deletable {
  hanging: readonly Hanging[];
  /** Why it must stay. */
  refusal: string | null;
}

export interface Deletion {
  ask: (thing: Deletable) => void;
  /** The thing that is being asked about. */
  askedId: string | null;
  /** To be shown where the thing is. */
  notice: ReactNode;
}

export interface DeletionOptions {
  onDeleted?: (thing: Deletable) => void;
  /** What can be done about a thing that must stay. */
  instead?: (thing: Deletable, close: () => void) => ReactNode;
}

async function lookUp(thing: Deletable): Promise<Asked> {
  try {
    const hanging = await call("entity.hangs", { kind: thing.kind, id: thing.id });
    return { ...thing, hanging, refusal: null };
  } catch (thrown) {
    return { ...thing, hanging: [], refusal: toFailure(thrown).message };
  }
}

export function useDeletion({ onDeleted, instead }: DeletionOptions = {}): Deletion {
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const remove = async (thing: Deletable) => {
    const refusal = await mutateField(
      `${thing.kind}.delete`,
      { id: thing.id },
      { toast: `Deleted ${thing.name}` },
    );
    if (refusal === null) {
      close();
      onDeleted?.(thing);
    } else {
      setAsked({ ...thing, hanging: [], refusal });
    }
  };
  const ask = async (thing: Deletable) => {
    const found = await lookUp(thing);
    if (found.hanging.length === 0 && found.refusal === null) {
      await remove(thing);
    } else {
      setAsked(found);
    }
  };
  return {
    ask: (thing) => void ask(thing),
    askedId: asked?.id ?? null,
    notice: asked && (
      <Notice
        asked={asked}
        close={close}
        remove={() => void remove(asked)}
        instead={instead?.(asked, close)}
      />
    ),
  };
}

interface NoticeProps {
  asked: Asked;
  close: () => void;
  remove: () => void;
  instead: ReactNode;
}

function Notice({ asked: { name, hanging, refusal }, close, remove, instead }: NoticeProps) {
  const verbs = (
    <span className={styles.verbs}>
      {refusal === null ? (
        <Button look="danger" onPress={remove} autoFocus>
          Delete {name}
        </Button>
      ) : (
        instead
      )}
      <Button onPress={close}>Keep it</Button>
    </span>
  );
  return (
    <Banner tone="warning" action={verbs}>
      {refusal ?? sayHanging(name, hanging)}
    </Banner>
  );
}
