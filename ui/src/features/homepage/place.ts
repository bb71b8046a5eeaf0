// A place in the window that a line of Home leads to. The journey on show stays, unless the place names
// one of its own.
export interface Place {
  to: string;
  search?: Readonly<Record<string, string>>;
}

export const assetPlace = (id: string): Place => ({ to: `/assets/${id}` });

export const needPlace = (id: string): Place => ({ to: "/stages", search: { need: id } });

export const programmePlace = (id: string): Place => ({ to: `/programmes/${id}` });

export const cellPlace = (personaId: string, stageId: string, journeyId: string): Place => ({
  to: "/architecture",
  search: { journey: journeyId, persona: personaId, stage: stageId },
});
