//! The company and its buyers: members, next steps, personas with their evidence, triggers, needs.

use super::Making;
use super::tables::{Buyer, Company, Needs, Personas, Wanted};
use crate::error::Result;
use crate::id::PersonaId;
use crate::model::{
    ExclusionFields, InsightFields, InterviewFields, MemberFields, NeedFields, NextStep,
    PersonaFields, TriggerFields,
};

impl Making<'_, '_> {
    pub(super) fn company(&mut self, company: Company) -> Result<()> {
        for colleague in company.member {
            let fields = MemberFields {
                email: colleague.email,
                ..MemberFields::named(colleague.name, colleague.role)
            };
            let known = self.tx.view().members.iter().find(|member| member.name == fields.name);
            let member = match known.map(|member| member.id) {
                Some(first) => self.tx.update::<MemberFields>(first, None, |member| {
                    *member = fields;
                    Ok(())
                })?,
                None => self.tx.create(fields)?,
            };
            self.names.members.add(colleague.key, member.id)?;
        }
        for step in company.step {
            let next = NextStep { text: step.text, url: step.url, asset_id: None };
            self.names.steps.add(step.key, next)?;
        }
        Ok(())
    }

    pub(super) fn personas(&mut self, personas: Personas) -> Result<()> {
        for buyer in personas.persona {
            self.persona(buyer)?;
        }
        for event in personas.trigger {
            let trigger = self.tx.create(TriggerFields {
                name: event.name,
                description: event.description,
                signal: event.signal,
                persona_ids: self.names.personas.all(&event.moves)?,
            })?;
            self.names.triggers.add(event.key, trigger.id)?;
        }
        Ok(())
    }

    fn persona(&mut self, mut buyer: Buyer) -> Result<()> {
        let (interviews, insights) =
            (std::mem::take(&mut buyer.interview), std::mem::take(&mut buyer.insight));
        let persona = self.tx.create(PersonaFields {
            name: buyer.name.clone(),
            role: buyer.role,
            weight: buyer.weight,
            title_patterns: buyer.titles,
            challenges: buyer.challenges,
            goals: buyer.goals,
            preferred_formats: self.names.formats.all(&buyer.formats)?,
            channels: buyer.channels,
            notes: buyer.notes,
        })?;
        self.names.personas.add(buyer.name, persona.id)?;
        for talk in interviews {
            self.tx.create(InterviewFields {
                persona_id: persona.id,
                held_on: Some(self.day(talk.held)),
                who: talk.who,
                preferences: talk.preferences,
                process: talk.process,
                problems: talk.problems,
                notes: talk.notes,
            })?;
        }
        for line in insights {
            self.tx.create(InsightFields {
                persona_id: persona.id,
                text: line.text,
                author: line.author,
                said_on: Some(self.day(line.said)),
            })?;
        }
        Ok(())
    }

    pub(super) fn needs(&mut self, needs: Needs) -> Result<()> {
        for wanted in needs.need {
            self.need(wanted)?;
        }
        for cell in needs.unneeded {
            self.tx.create(ExclusionFields {
                persona_id: self.names.personas.find(&cell.persona)?,
                stage_id: self.names.stages.find(&cell.stage)?,
                reason: cell.reason,
            })?;
        }
        Ok(())
    }

    fn need(&mut self, wanted: Wanted) -> Result<()> {
        let persona_id: Option<PersonaId> =
            wanted.persona.map(|name| self.names.personas.find(&name)).transpose()?;
        self.tx.create(NeedFields {
            stage_id: self.names.stages.find(&wanted.stage)?,
            persona_id,
            kind: wanted.kind,
            text: wanted.text,
            importance: wanted.importance,
            author_id: Some(self.names.members.find(&wanted.author)?),
            answer_ids: self.names.assets.all(&wanted.answers)?,
            declined: wanted.declined,
        })?;
        Ok(())
    }
}
