import { Avatar } from "@/components/Avatar";
import { Button } from "@/components/Button";
import { MenuButton } from "@/components/Menu";
import type { Member } from "@/rpc/contract";
import { speakAs } from "@/rpc/speaker";
import { useSpeaker } from "./queries";

const ROLES: Readonly<Record<Member["role"], string>> = {
  strategist: "Strategist",
  reviewer: "Reviewer",
  sales: "Sales",
};

export function SpeakerSwitch() {
  const { members, speaker } = useSpeaker();
  if (speaker === null) {
    return null;
  }
  const entries = members.map((member) => ({
    id: member.id,
    label: member.name,
    detail: ROLES[member.role],
    isChosen: member.id === speaker.id,
    run: () => speakAs(member.id),
  }));
  return (
    <MenuButton
      label="Who is speaking"
      groups={[{ id: "members", title: "Speak as", entries }]}
      placement="bottom end"
    >
      <Button look="quiet" aria-label={`Speaking as ${speaker.name}, ${ROLES[speaker.role]}`}>
        <Avatar name={speaker.name} />
        {ROLES[speaker.role]}
      </Button>
    </MenuButton>
  );
}
