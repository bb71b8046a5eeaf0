import { useNavigate } from "@tanstack/react-router";
import type { LucideIcon } from "lucide-react";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";

interface NoLeadsProps {
  icon: LucideIcon;
  title: string;
  /** What will stand here. */
  text: string;
}

/** What a part will show once there is somebody to show it of. */
export function NoLeads({ icon, title, text }: NoLeadsProps) {
  const navigate = useNavigate();
  return (
    <EmptyState
      icon={icon}
      title={title}
      text={text}
      action={
        <Button
          look="primary"
          onPress={() => void navigate({ to: "/import", search: { what: "leads" } as never })}
        >
          Import leads…
        </Button>
      }
    />
  );
}
