import type { ReactNode } from "react";
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from "react-aria-components";
import { LOCALE } from "@/locale";
import styles from "./Tabs.module.css";

export interface TabEntry<T extends string> {
  id: T;
  label: string;
  count?: number;
  content: ReactNode;
  isDisabled?: boolean;
}

export interface TabsProps<T extends string> {
  label: string;
  tabs: readonly TabEntry<T>[];
  value: T;
  onChange: (value: T) => void;
}

export function Tabs<T extends string>({ label, tabs, value, onChange }: TabsProps<T>) {
  return (
    <AriaTabs
      className={styles.tabs ?? ""}
      selectedKey={value}
      onSelectionChange={(key) => {
        const picked = tabs.find(({ id }) => id === key);
        if (picked) {
          onChange(picked.id);
        }
      }}
    >
      <TabList aria-label={label} className={styles.list ?? ""}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={styles.tab ?? ""} isDisabled={tab.isDisabled ?? false}>
            {tab.label}
            {tab.count !== undefined && (
              <span className={styles.count}>{tab.count.toLocaleString(LOCALE)}</span>
            )}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={styles.panel ?? ""}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
