import { Trash2 } from "lucide-react";
import type { Deletion } from "@/actions/deletion";
import type { Member } from "@/bindings/Member";
import type { MemberFields } from "@/bindings/MemberFields";
import type { Role } from "@/bindings/Role";
import { Avatar } from "@/components/Avatar";
import { Button } from "@/components/Button";
import { Chip } from "@/components/Chip";
import { IconButton } from "@/components/IconButton";
import { InlineEdit } from "@/components/InlineEdit";
import { Select } from "@/components/Select";
import { Grip, type Sortable } from "@/components/Sortable";
import { TableRow } from "@/components/Table";
import { mutate, mutateField } from "@/rpc/mutate";
import { speakAs } from "@/rpc/speaker";
import { ROLE_WORDS } from "@/words/roles";
import styles from "./Members.module.css";

const ROLE_DETAILS: Readonly<Record<Role, string>> = {
  strategist: "Builds the architecture; answers for marketing",
  reviewer: "Reviews and funds; answers for marketing",
  sales: "Says what stages need; answers for sales",
};

const ROLES = (Object.keys(ROLE_DETAILS) as Role[]).map((id) => ({
  id,
  label: ROLE_WORDS[id],
  detail: ROLE_DETAILS[id],
}));

/** Keeps the name for what it signed, and no longer offers it. */
export function setFormer(member: Pick<Member, "id" | "name">, former: boolean) {
  return mutate(
    "member.update",
    { id: member.id, set: { former } },
    { toast: former ? `${member.name} is a former member` : `${member.name} is back` },
  );
}

function Voice({ member, isSpeaking }: { member: Member; isSpeaking: boolean }) {
  if (member.former) {
    return (
      <Button isEdit look="quiet" onPress={() => void setFormer(member, false)}>
        Bring back
      </Button>
    );
  }
  return isSpeaking ? (
    <span>
      <Chip tone="accent">speaking</Chip>
    </span>
  ) : (
    <Button isEdit look="quiet" onPress={() => speakAs(member.id)}>
      Speak as {member.name}
    </Button>
  );
}

export interface MemberRowProps {
  member: Member;
  isSpeaking: boolean;
  sortable: Sortable;
  deletion: Deletion;
}

export function MemberRow({ member, isSpeaking, sortable, deletion }: MemberRowProps) {
  const save = (set: Partial<MemberFields>) => mutateField("member.update", { id: member.id, set });
  return (
    <TableRow
      {...sortable.itemProps(member.id)}
      cells={[
        <Grip key="grip" {...sortable.gripProps(member.id)} />,
        <div key="name" className={styles.name} data-former={member.former || undefined}>
          <Avatar name={member.name} />
          <InlineEdit label="Name" value={member.name} isRequired onCommit={(name) => save({ name })} />
          {member.former && <Chip>former</Chip>}
        </div>,
        <InlineEdit
          key="email"
          label={`E-mail of ${member.name}`}
          value={member.email}
          placeholder="No e-mail"
          onCommit={(email) => save({ email })}
        />,
        <Select
          key="role"
          label={`Role of ${member.name}`}
          isLabelHidden
          choices={ROLES}
          value={member.role}
          onChange={(role) => void save({ role })}
        />,
        <div key="voice" className={styles.voice}>
          <Voice member={member} isSpeaking={isSpeaking} />
        </div>,
        <IconButton
          isEdit
          key="remove"
          icon={Trash2}
          label={`Remove ${member.name}`}
          onPress={() => deletion.ask({ kind: "member", id: member.id, name: member.name })}
        />,
      ]}
      below={deletion.askedId === member.id ? deletion.notice : undefined}
    />
  );
}
