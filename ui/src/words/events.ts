// What leads do, in words.
import type { EventKind } from "@/bindings/EventKind";

export const EVENT_WORDS: Readonly<Record<EventKind, string>> = {
  request: "Requested",
  open: "Opened",
  impression: "Was shown",
  view: "Looked at",
  click: "Followed a link",
  emailSent: "Was sent an e-mail",
  emailDelivered: "Received an e-mail",
  emailOpened: "Opened an e-mail",
  emailClicked: "Clicked in an e-mail",
  emailBouncedHard: "E-mail bounced for good",
  emailBouncedSoft: "E-mail bounced for now",
  emailUnsubscribed: "Unsubscribed",
  webinar: "Attended a webinar",
  demoRequest: "Asked for a demo",
  quoteRequest: "Asked for a quote",
  contactRequest: "Asked to be contacted",
  salesTouch: "Heard from sales",
  reply: "Answered sales",
  other: "Something else",
  move: "Reached",
};

/** What a rule can count: stages are reached, not earned. */
export const COUNTED = (Object.keys(EVENT_WORDS) as EventKind[]).filter((kind) => kind !== "move");
