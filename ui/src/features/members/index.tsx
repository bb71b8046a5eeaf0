import { Plus } from "lucide-react";
import { useMemo, useRef } from "react";
import { ActionButton } from "@/actions/ActionButton";
import type { Action } from "@/actions/action";
import { useDeletion } from "@/actions/deletion";
import { useActions } from "@/actions/registry";
import type { Member } from "@/bindings/Member";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { LineEntry } from "@/components/LineEntry";
import { Page } from "@/components/Page";
import { useSortable } from "@/components/Sortable";
import { Table } from "@/components/Table";
import { useMembers } from "@/rpc/lists";
import { mutate, mutateField } from "@/rpc/mutate";
import { useSpeakerId } from "@/rpc/speaker";
import { ROLE_WORDS } from "@/words/roles";
import { MemberRow, setFormer } from "./MemberRow";
import styles from "./Members.module.css";

const COLUMNS = [
  { id: "grip", title: "Order", isTitleHidden: true, width: "2.5rem" },
  { id: "name", title: "Name", width: "minmax(10rem, 2fr)" },
  { id: "email", title: "E-mail", width: "minmax(14rem, 3fr)" },
  { id: "role", title: "Role", width: "10rem" },
  { id: "voice", title: "Who is speaking", width: "minmax(9rem, 2fr)" },
  { id: "verbs", title: "Verbs", isTitleHidden: true, width: "3rem" },
] as const;

function MemberTable({ members }: { members: readonly Member[] }) {
  const speaker = useSpeakerId();
  const deletion = useDeletion({
    instead: (thing, close) => (
      <Button
        onPress={() => {
          close();
          void setFormer(thing, true);
        }}
      >
        Mark as former
      </Button>
    ),
  });
  const sortable = useSortable({
    axis: "y",
    items: members,
    onReorder: (ids) => void mutate("member.reorder", { ids }, { toast: "Members reordered" }),
  });
  return (
    <Card title="The team" isFlush>
      <div className={styles.scroll}>
        <Table label="Members" columns={COLUMNS}>
          {members.map((member) => (
            <MemberRow
              key={member.id}
              member={member}
              isSpeaking={member.id === speaker}
              sortable={sortable}
              deletion={deletion}
            />
          ))}
        </Table>
      </div>
    </Card>
  );
}

function WhoSpeaks({ members }: { members: readonly Member[] }) {
  const speaker = useSpeakerId();
  const speaking = members.find(({ id }) => id === speaker);
  return (
    <Card title="Who is speaking">
      <div className={styles.words}>
        <p>
          {speaking && (
            <>
              <strong>
                {speaking.name}, {ROLE_WORDS[speaking.role]}.
              </strong>{" "}
            </>
          )}
          Every answer, need and change is signed by whoever speaks. Switch here or at the top right of the
          window, for instance when you enter the answers of a colleague.
        </p>
        <p>
          Strategists and reviewers answer the deal check for marketing, sales answers for sales. Where both
          have answered, the answer of sales counts.
        </p>
      </div>
    </Card>
  );
}

function addMember(name: string): Promise<string | null> {
  return mutateField("member.create", { fields: { name } }, { toast: `${name} added` });
}

export function MembersView() {
  const members = useMembers();
  const field = useRef<HTMLInputElement>(null);
  const add = useMemo<Action>(
    () => ({
      id: "member.new",
      label: "New member",
      icon: Plus,
      group: "Members",
      shortcut: "N",
      isEdit: true,
      run: () => field.current?.focus(),
    }),
    [],
  );
  useActions(useMemo(() => [add], [add]));
  const present = members.filter(({ former }) => !former).length;
  return (
    <Page
      title="Members"
      summary={
        <>
          <strong>{present}</strong> on the team
          {members.length > present && ` · ${members.length - present} former`}
        </>
      }
      actions={<ActionButton action={add} look="primary" />}
    >
      <MemberTable members={members} />
      <div className={styles.entry}>
        <LineEntry
          ref={field}
          label="Name of the new member"
          placeholder="New member, such as A. Kim"
          onAdd={addMember}
        />
      </div>
      <WhoSpeaks members={members} />
    </Page>
  );
}
