import { useNavigate } from "@tanstack/react-router";
import { Banner } from "@/components/Banner";
import { Button } from "@/components/Button";
import { useClock } from "@/rpc/useClock";

/** Files that are a day old say nothing of what was done since. */
export function Standing({ asOf }: { asOf: number | null }) {
  const clock = useClock();
  const navigate = useNavigate();
  if (asOf === null) {
    return null;
  }
  return (
    <Banner
      title="Clocks stand."
      action={
        <Button isEdit onPress={() => void navigate({ to: "/import", search: { what: "leads" } as never })}>
          Import newer files…
        </Button>
      }
    >
      The files end on {clock.day(asOf)}, {clock.time(asOf)}. Nobody knows what was done after that, so what
      is below is as of then.
    </Banner>
  );
}
