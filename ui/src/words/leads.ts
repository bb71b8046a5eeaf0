// The fields of a lead, as people name them.
import type { LeadColumn } from "@/bindings/LeadColumn";

/** In the order in which people think of a lead. */
export const LEAD_WORDS: Readonly<Record<LeadColumn, string>> = {
  email: "E-mail",
  name: "Name",
  firstName: "First name",
  lastName: "Last name",
  title: "Job title",
  level: "Level",
  company: "Company",
  industry: "Industry",
  country: "Country",
  content: "Content",
  requested: "Requested",
  opened: "Opened",
  source: "Source channel",
  owner: "Owner",
  created: "Lead since",
  externalId: "Id in its own tool",
};
