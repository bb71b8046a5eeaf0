//! `throughline ask`: questions for one person, to a workbook.

use std::path::PathBuf;

use clap::Args;
use throughline_core::api::{Context, count_prices, save_questions, speaking};
use throughline_core::error::{Error, Result};
use throughline_core::id::MemberId;
use throughline_core::model::text::fold;

use super::Said;
use crate::desk::Desk;

/// Save the open checks and needs for one person as a workbook to fill in; `throughline answers`
/// reads it back.
#[derive(Debug, Args)]
pub(super) struct Ask {
    /// Who is asked: a name or an e-mail of the team.
    #[arg(long, short)]
    member: String,
    /// The workspace to ask about.
    #[arg(long, short)]
    workspace: PathBuf,
    /// The file to write; one that is there is replaced.
    #[arg(long, short)]
    out: PathBuf,
}

impl Ask {
    /// Saves the questions and says where.
    pub(super) fn run(self) -> Said {
        let desk = Desk::default();
        desk.open(&self.workspace)?;
        let context = Context { host: &desk, speaker: speaking(&desk, None)? };
        count_prices(context)?;
        save_questions(context, self.asked(context)?, &self.out)?;
        Ok(format!("{} is saved.", self.out.display()))
    }

    fn asked(&self, context: Context<'_>) -> Result<MemberId> {
        let view = context.view()?;
        let wanted = fold(self.member.trim());
        let team: Vec<_> = view.members.iter().filter(|member| !member.former).collect();
        let is_asked = |name: &str| fold(name) == wanted;
        let found = team.iter().find(|member| is_asked(&member.name) || is_asked(&member.email));
        if let Some(member) = found {
            return Ok(member.id);
        }
        let names: Vec<&str> = team.iter().map(|member| member.name.as_str()).collect();
        let (member, there) = (&self.member, names.join(", "));
        Err(Error::invalid(format!("Nobody on the team is {member}. There are: {there}.")))
    }
}
