// The entries of the left navigation, in the order in which the work goes. An entry exists as soon as
// its view does; the router knows which addresses there are.
import type { LucideIcon } from "lucide-react";
import {
  ArchiveRestore,
  Blocks,
  BookOpen,
  BriefcaseBusiness,
  CalendarDays,
  ChartNoAxesColumn,
  CircleHelp,
  ClipboardList,
  ContactRound,
  FileInput,
  Filter,
  Gauge,
  Grid3x3,
  Handshake,
  History,
  Hourglass,
  House,
  LayoutDashboard,
  Megaphone,
  PhoneCall,
  Settings,
  ShieldCheck,
  SquareStack,
  Table2,
  Target,
  Users,
  UsersRound,
  Zap,
} from "lucide-react";

export interface NavigationEntry {
  path: string;
  label: string;
  icon: LucideIcon;
  /** Pressed after G. */
  letter: string;
  keywords?: readonly string[];
  /** Which of the counts stands beside it. */
  count?: "openChecks";
  /** It stands there as soon as there is something to show. */
  isThere?: "imported";
}

export const TOP: readonly NavigationEntry[] = [
  {
    path: "/home",
    label: "Home",
    icon: House,
    letter: "H",
    keywords: ["start", "news", "since", "waits", "today"],
  },
];

export const PLAN: readonly NavigationEntry[] = [
  {
    path: "/architecture",
    label: "Architecture",
    icon: Grid3x3,
    letter: "A",
    keywords: ["coverage", "map", "gaps", "matrix"],
  },
  {
    path: "/assets",
    label: "Assets",
    icon: SquareStack,
    letter: "C",
    keywords: ["content", "table", "board"],
  },
  { path: "/personas", label: "Personas", icon: UsersRound, letter: "P", keywords: ["buyers", "roles"] },
  { path: "/triggers", label: "Triggers", icon: Zap, letter: "T", keywords: ["events", "signals"] },
  {
    path: "/stages",
    label: "Stages & needs",
    icon: Blocks,
    letter: "S",
    keywords: ["journey", "exit criteria", "objections"],
  },
  {
    path: "/check",
    label: "Deal check",
    icon: CircleHelp,
    letter: "D",
    keywords: ["verdict", "triage", "next stage"],
    count: "openChecks",
  },
  {
    path: "/playbook",
    label: "Playbook",
    icon: BookOpen,
    letter: "K",
    keywords: ["reps", "sales", "takeaways", "call", "enablement"],
  },
  {
    path: "/cadence",
    label: "Cadence",
    icon: CalendarDays,
    letter: "L",
    keywords: ["calendar", "due", "month", "schedule", "expires"],
  },
];

export const DEMAND: readonly NavigationEntry[] = [
  {
    path: "/leads",
    label: "Leads",
    icon: ContactRound,
    letter: "W",
    keywords: ["who", "contacts", "people", "prospects", "requests"],
  },
  {
    path: "/deals",
    label: "Deals",
    icon: BriefcaseBusiness,
    letter: "1",
    keywords: ["opportunities", "pipeline", "committee", "past the line", "next best", "stuck"],
  },
  {
    path: "/scoring",
    label: "Scoring",
    icon: Target,
    letter: "Q",
    keywords: ["score", "points", "threshold", "interest", "warm", "hot", "qualified", "backtest", "rules"],
  },
  {
    path: "/follow-up",
    label: "Follow-up",
    icon: PhoneCall,
    letter: "F",
    keywords: ["queue", "call", "handoff", "accept", "turn back", "sales", "clock", "overdue", "routing"],
  },
  {
    path: "/programmes",
    label: "Programmes",
    icon: Megaphone,
    letter: "O",
    keywords: ["campaigns", "budget", "marketing", "what sales must know"],
  },
  {
    path: "/facts",
    label: "Imported data",
    icon: Table2,
    letter: "X",
    keywords: ["facts", "tables", "deals", "accounts", "campaigns", "impressions", "cost", "counts"],
    isThere: "imported",
  },
];

export const RESULTS: readonly NavigationEntry[] = [
  {
    path: "/scorecard",
    label: "Scorecard",
    icon: LayoutDashboard,
    letter: "2",
    keywords: ["cmo", "board", "headline", "figures", "overview", "references", "published"],
  },
  {
    path: "/kpis",
    label: "KPIs",
    icon: ChartNoAxesColumn,
    letter: "J",
    keywords: [
      "figures",
      "engagement",
      "nurture",
      "revenue",
      "return",
      "roi",
      "attribution",
      "target",
      "cost per lead",
      "win rate",
      "lifetime value",
    ],
  },
  {
    path: "/funnel",
    label: "Funnel",
    icon: Filter,
    letter: "N",
    keywords: [
      "conversion",
      "velocity",
      "stages",
      "cohorts",
      "leaks",
      "sankey",
      "retained",
      "awake",
      "no-man's-land",
    ],
  },
  {
    path: "/consumption",
    label: "Consumption gap",
    icon: Hourglass,
    letter: "G",
    keywords: ["wait", "requests", "opens", "survival", "median", "leads", "call"],
  },
  {
    path: "/sla",
    label: "SLA",
    icon: Handshake,
    letter: "V",
    keywords: ["agreement", "promise", "service level", "quota", "handover", "in time", "kept", "broken"],
  },
];

export const PRACTICE: readonly NavigationEntry[] = [
  {
    path: "/maturity",
    label: "Maturity",
    icon: Gauge,
    letter: "U",
    keywords: ["rating", "process", "practice", "evidence"],
  },
  {
    path: "/reviews",
    label: "Reviews",
    icon: ClipboardList,
    letter: "R",
    keywords: ["quarter", "snapshot", "agenda", "decisions", "compare", "funding", "stop"],
  },
];

export const WORKSPACE: readonly NavigationEntry[] = [
  {
    path: "/import",
    label: "Import",
    icon: FileInput,
    letter: "I",
    keywords: ["csv", "xlsx", "sitemap", "markdown", "leads", "deals", "counts"],
  },
  {
    path: "/quality",
    label: "Data quality",
    icon: ShieldCheck,
    letter: "Z",
    keywords: [
      "hygiene",
      "decay",
      "verify",
      "flags",
      "invalid",
      "cadence guard",
      "e-mails",
      "profile",
      "readiness",
    ],
  },
  { path: "/history", label: "History", icon: History, letter: "Y", keywords: ["changes", "restore", "who"] },
  {
    path: "/backups",
    label: "Backups",
    icon: ArchiveRestore,
    letter: "B",
    keywords: ["restore", "copy", "earlier", "lost"],
  },
  { path: "/members", label: "Members", icon: Users, letter: "M", keywords: ["people", "team", "roles"] },
  {
    path: "/settings",
    label: "Settings",
    icon: Settings,
    letter: "E",
    keywords: ["theme", "shelf life", "currency"],
  },
];
