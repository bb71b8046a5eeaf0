import { Link, useRouterState } from "@tanstack/react-router";
import { ChevronDown, ChevronUp, PanelLeftClose } from "lucide-react";
import { writeShortcut } from "@/actions/shortcut";
import { IconButton } from "@/components/IconButton";
import { LOCALE } from "@/locale";
import { toggleNavigation, toggleWorkspace, useLayout } from "./layout";
import styles from "./Navigation.module.css";
import { DEMAND, type NavigationEntry, PLAN, PRACTICE, RESULTS, TOP, WORKSPACE } from "./navigation";
import { useNavigationCounts, useThings } from "./queries";

function Entries({ label, entries }: { label: string; entries: readonly NavigationEntry[] }) {
  const counts = useNavigationCounts();
  const things = useThings();
  const shown = entries.filter(({ isThere }) => isThere === undefined || things[isThere]);
  return (
    <ul aria-label={label}>
      {shown.map((entry) => {
        const count = entry.count === undefined ? 0 : counts[entry.count];
        return (
          <li key={entry.path}>
            <Link to={entry.path} className={styles.entry}>
              <span className={styles.label}>{entry.label}</span>
              {count > 0 && <span className={styles.count}>{count.toLocaleString(LOCALE)}</span>}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

function WorkspaceGroup() {
  const { isWorkspaceOpen } = useLayout();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const isOpen = isWorkspaceOpen || WORKSPACE.some((entry) => path.startsWith(entry.path));
  const Arrow = isOpen ? ChevronUp : ChevronDown;
  return (
    <div className={styles.foot}>
      {isOpen && <Entries label="Workspace" entries={WORKSPACE} />}
      <div className={styles.footRow}>
        <button type="button" className={styles.opener} aria-expanded={isOpen} onClick={toggleWorkspace}>
          Workspace
          <Arrow aria-hidden size={14} />
        </button>
        <IconButton
          icon={PanelLeftClose}
          label="Hide the navigation"
          keys={writeShortcut("Mod+B")}
          onPress={toggleNavigation}
          placement="right"
        />
      </div>
    </div>
  );
}

export function Navigation() {
  return (
    <nav className={styles.navigation} aria-label="Views">
      <div className={styles.groups}>
        <Entries label="Home" entries={TOP} />
        <h2 className={styles.title}>Plan</h2>
        <Entries label="Plan" entries={PLAN} />
        <h2 className={styles.title}>Demand</h2>
        <Entries label="Demand" entries={DEMAND} />
        <h2 className={styles.title}>Results</h2>
        <Entries label="Results" entries={RESULTS} />
        <h2 className={styles.title}>Practice</h2>
        <Entries label="Practice" entries={PRACTICE} />
      </div>
      <WorkspaceGroup />
    </nav>
  );
}
