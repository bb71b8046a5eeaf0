import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { showToast } from "@/components/toasts";
import { call } from "@/rpc/call";
import { queryClient } from "@/rpc/client";
import { askSession } from "@/rpc/session";
import { read, useCall } from "@/rpc/useCall";

const LOOK_MS = 30_000;

const backups = read("backup.list", {});

/** The backups there are; those made meanwhile come by themselves. */
export function useBackups() {
  return useQuery({ ...backups, refetchInterval: LOOK_MS });
}

export function useSince(name: string) {
  return useCall("backup.since", { name });
}

/** The time, often enough for "3 minutes ago". */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

export async function backUp(): Promise<void> {
  try {
    await call("backup.make", {});
    showToast({ tone: "success", title: "Backed up" });
  } catch {
    // Why not is said by the banner, until a backup is made.
    showToast({ tone: "error", title: "No backup was made" });
  }
  await Promise.all([queryClient.invalidateQueries({ queryKey: ["backup.list"] }), askSession()]);
}

export function useBackUp() {
  const [isPending, setPending] = useState(false);
  const run = useCallback(async () => {
    setPending(true);
    await backUp();
    setPending(false);
  }, []);
  return { run, isPending };
}
