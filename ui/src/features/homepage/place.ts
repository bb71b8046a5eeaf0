// A place in the window that a line of Home leads to.
export interface Place {
  to: string;
  search?: Readonly<Record<string, string>>;
}

export const assetPlace = (id: string): Place => ({ to: `/assets/${id}` });

export const needPlace = (id: string): Place => ({ to: "/stages", search: { need: id } });

export const cellPlace = (personaId: string, stageId: string): Place => ({
  to: "/architecture",
  search: { persona: personaId, stage: stageId },
});
