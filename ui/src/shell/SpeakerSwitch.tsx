import { Avatar } from "@/components/Avatar";
import { Button } from "@/components/Button";
import { MenuButton } from "@/components/Menu";
import { speakAs } from "@/rpc/speaker";
import { ROLE_WORDS } from "@/words/roles";
import { useSpeaker } from "./queries";

export function SpeakerSwitch() {
  const { members, speaker } = useSpeaker();
  if (speaker === null) {
    return null;
  }
  const entries = members.map((member) => ({
    id: member.id,
    label: member.name,
    detail: ROLE_WORDS[member.role],
    isChosen: member.id === speaker.id,
    run: () => speakAs(member.id),
  }));
  return (
    <MenuButton
      label="Who is speaking"
      groups={[{ id: "members", title: "Speak as", entries }]}
      placement="bottom end"
    >
      <Button look="quiet">
        <Avatar name={speaker.name} />
        <span className="visually-hidden">Speaking as {speaker.name}, </span>
        {ROLE_WORDS[speaker.role]}
      </Button>
    </MenuButton>
  );
}
