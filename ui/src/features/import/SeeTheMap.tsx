import { useNavigate } from "@tanstack/react-router";
import { Grid3x3 } from "lucide-react";
import { Button } from "@/components/Button";

/** From what came in to what it makes of the map. */
export function SeeTheMap() {
  const navigate = useNavigate();
  return (
    <Button
      look="primary"
      icon={Grid3x3}
      autoFocus
      onPress={() => void navigate({ to: "/architecture", search: { mode: "count" } })}
    >
      See the map
    </Button>
  );
}
