import { FileCheck } from "lucide-react";
import type { Action } from "@/actions/action";
import { readAnswers } from "./answering";

export const IMPORT_ACTIONS: readonly Action[] = [
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
