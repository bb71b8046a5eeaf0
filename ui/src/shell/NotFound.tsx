import { useNavigate } from "@tanstack/react-router";
import { Compass } from "lucide-react";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";

export function NotFound() {
  const navigate = useNavigate();
  return (
    <EmptyState
      level={1}
      icon={Compass}
      title="There is nothing at this address"
      text="It may have been deleted or moved. Undo brings back what was deleted."
      action={<Button onPress={() => void navigate({ to: "/architecture" })}>Go to the architecture</Button>}
    />
  );
}
