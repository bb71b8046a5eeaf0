// A sign for each thing a lead may have done.
import type { LucideIcon } from "lucide-react";
import {
  CircleDot,
  Eye,
  FileDown,
  Flag,
  Mail,
  MailCheck,
  MailOpen,
  MailX,
  MessageCircle,
  MousePointerClick,
  Phone,
  Presentation,
  Sparkles,
} from "lucide-react";
import type { EventKind } from "@/bindings/EventKind";

export const SIGNS: Readonly<Record<EventKind, LucideIcon>> = {
  request: FileDown,
  open: MailOpen,
  impression: Eye,
  view: Eye,
  click: MousePointerClick,
  emailSent: Mail,
  emailDelivered: MailCheck,
  emailOpened: MailOpen,
  emailClicked: MousePointerClick,
  emailBouncedHard: MailX,
  emailBouncedSoft: MailX,
  emailUnsubscribed: MailX,
  webinar: Presentation,
  demoRequest: Sparkles,
  quoteRequest: Sparkles,
  contactRequest: Sparkles,
  salesTouch: Phone,
  reply: MessageCircle,
  other: CircleDot,
  move: Flag,
};
