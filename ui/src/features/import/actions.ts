import { ContactRound, FileCheck } from "lucide-react";
import type { Action } from "@/actions/action";
import { readAnswers } from "./answering";

export const IMPORT_ACTIONS: readonly Action[] = [
  {
    id: "leads.import",
    label: "Import leads, deals or counts…",
    icon: ContactRound,
    group: "Workspace",
    keywords: [
      "csv",
      "xlsx",
      "contacts",
      "accounts",
      "events",
      "campaigns",
      "stages",
      "cost",
      "impressions",
      "crm",
      "requests",
      "opens",
      "syndication",
    ],
    isEdit: true,
    run: ({ go }) => go("/import?what=leads"),
  },
  {
    id: "answers.read",
    label: "Read answers…",
    icon: FileCheck,
    group: "Workspace",
    keywords: ["ask sales", "filled", "workbook", "import", "questions"],
    isEdit: true,
    run: ({ go }) => {
      go("/import");
      void readAnswers();
    },
  },
];
