import { Link } from "@tanstack/react-router";
import { Compass } from "lucide-react";
import { EmptyState } from "@/components/EmptyState";

export function NotFound() {
  return (
    <EmptyState
      icon={Compass}
      title="There is nothing at this address"
      text="It may have been deleted or moved. Undo brings back what was deleted."
      action={<Link to="/architecture">Go to the architecture</Link>}
    />
  );
}
