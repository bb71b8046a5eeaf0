import { useRouterState } from "@tanstack/react-router";
import { useState } from "react";
import { useActionContext } from "@/actions/useActionContext";
import type { OpenWorkspace } from "@/bindings/OpenWorkspace";
import type { Shared } from "@/bindings/Shared";
import { Banner } from "@/components/Banner";
import { Button } from "@/components/Button";
import styles from "./Banners.module.css";
import { isDismissed, rememberDismissed } from "./dismissed";
import { ReadOnlyBanner } from "./ReadOnlyBanner";
import { UnsavedBanner } from "./UnsavedBanner";

function saySharing(shared: Shared): string {
  return shared.kind === "cloud"
    ? `${shared.service} copies this folder to other computers.`
    : "This folder is on another computer.";
}

function SharedBanner({ shared, path }: { shared: Shared; path: string }) {
  const [isGone, setGone] = useState(() => isDismissed(path));
  if (isGone) {
    return null;
  }
  const close = () => {
    rememberDismissed(path);
    setGone(true);
  };
  return (
    <Banner tone="warning" title={saySharing(shared)} onClose={close}>
      A workspace is for one person at a time: close it here before it is opened elsewhere.
    </Banner>
  );
}

function BackupBanner({ failed }: { failed: string }) {
  const context = useActionContext();
  const path = useRouterState({ select: (state) => state.location.pathname });
  if (path === "/backups") {
    return null;
  }
  return (
    <Banner
      tone="warning"
      title="The last backup failed."
      action={<Button onPress={() => context().go("/backups")}>Open Backups</Button>}
    >
      {failed}
    </Banner>
  );
}

/** What holds for the whole workspace, above every view. */
export function Banners({ open }: { open: OpenWorkspace }) {
  const { readOnly, shared, backup, location } = open;
  return (
    <div className={styles.banners}>
      <UnsavedBanner />
      {readOnly !== null && <ReadOnlyBanner open={open} />}
      {backup.failed !== null && <BackupBanner failed={backup.failed} />}
      {shared !== null && <SharedBanner shared={shared} path={location.path} />}
    </div>
  );
}
