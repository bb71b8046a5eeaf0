import { getRouteApi } from "@tanstack/react-router";
import { Importing } from "./Importing";

const route = getRouteApi("/import");

export function ImportView() {
  const { what = "content" } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Importing
      what={what}
      onWhat={(next) =>
        void navigate({
          search: ({ journey }: { journey?: string }) => ({
            ...(journey !== undefined && { journey }),
            ...(next === "leads" && { what: next }),
          }),
        })
      }
    />
  );
}
