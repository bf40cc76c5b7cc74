//! «Nådde vi målene?»: asked of each, answered for oneself, and seen only as counts of many.

use maud::{Markup, html};
use meeting::event::GoalAnswer;
use meeting::goals::GoalCard;
use meeting::screens::phone::PhoneScreen;

use super::page::at;
use crate::shell::bits;
use crate::shell::frame::Frame;

pub(super) fn asked(f: &Frame<'_>, s: &PhoneScreen) -> Markup {
    html! {
        @if !s.goal_cards.is_empty() {
            section class="sl-stack" aria-labelledby="goals-asked" {
                h2 class="ds-heading" data-size="2xs" id="goals-asked" { (f.t("goals-asked")) }
                p class="from" { (f.t("goals-asked-text")) }
                @for (number, card) in s.goal_cards.iter().enumerate() { (one(f, s, number, card)) }
            }
        }
    }
}

fn one(f: &Frame<'_>, s: &PhoneScreen, number: usize, card: &GoalCard) -> Markup {
    html! {
        form id=(format!("goal-{number}")) method="post" data-outbox
            action=(at(f, s, &format!("goals/{number}"))) {
            fieldset class="ds-fieldset" {
                legend class="ds-label" { (card.goal) }
                div class="sl-row" {
                    @for answer in GoalAnswer::ALL {
                        @let is_mine = card.mine == Some(answer);
                        button class="ds-button" data-variant="secondary" name="answer"
                            value=(answer.key()) aria-pressed=(is_mine.to_string()) {
                            @if is_mine { (bits::icon(f, "done-fill")) }
                            (f.t(&format!("goal-{}", answer.key())))
                        }
                    }
                }
            }
        }
    }
}
