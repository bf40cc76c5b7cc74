//! The words of Møteråd, in three languages. A rule never holds a word.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::praise::Praise;
use super::{Figure, Finding, Remedy, Severity};
use crate::questions::bank;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    Bokmal,
    Nynorsk,
    English,
}

impl Language {
    pub const ALL: &[Self] = &[Self::Bokmal, Self::Nynorsk, Self::English];

    /// `nb`, `nn` or `en`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Bokmal => "nb",
            Self::Nynorsk => "nn",
            Self::English => "en",
        }
    }

    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|it| it.tag() == tag)
    }

    pub(super) const fn source(self) -> &'static str {
        match self {
            Self::Bokmal => include_str!("nb.ftl"),
            Self::Nynorsk => include_str!("nn.ftl"),
            Self::English => include_str!("en.ftl"),
        }
    }
}

pub struct Texts {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    #[must_use]
    pub fn new(language: Language) -> Self {
        let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        // What Fluent cannot read it leaves out; a test demands that it can read it all.
        let resource = match FluentResource::try_new(language.source().to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
        Self { language, bundle }
    }

    #[must_use]
    pub fn what(&self, finding: &Finding) -> String {
        self.said(finding.name, None, &figures(finding))
    }

    #[must_use]
    pub fn why(&self, finding: &Finding) -> String {
        self.said(finding.name, Some("why"), &figures(finding))
    }

    #[must_use]
    pub fn what_to_do(&self, finding: &Finding) -> String {
        self.said(finding.name, Some("do"), &figures(finding))
    }

    #[must_use]
    pub fn praise(&self, praise: &Praise) -> String {
        let mut figures = FluentArgs::new();
        figures.set("percent", praise.percent);
        self.said(&format!("praise-{}", praise.name), None, &figures)
    }

    /// The language that the words are in.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The label of a remedy's button.
    #[must_use]
    pub fn label(&self, remedy: &Remedy) -> String {
        self.said(&format!("remedy-{}", remedy.key()), None, &FluentArgs::new())
    }

    /// What a remedy writes into the plan; empty when it writes nothing.
    #[must_use]
    pub fn written(&self, remedy: &Remedy) -> String {
        if let Remedy::Ask { from, .. } = remedy {
            return bank::fresh(self.language, *from, &[]).to_owned();
        }
        self.said(&format!("remedy-{}", remedy.key()), Some("text"), &FluentArgs::new())
    }

    #[must_use]
    pub fn severity(&self, severity: Severity) -> String {
        self.word(match severity {
            Severity::Missing => "severity-missing",
            Severity::Consider => "severity-consider",
            Severity::Tip => "severity-tip",
        })
    }

    #[must_use]
    pub fn word(&self, key: &str) -> String {
        self.said(key, None, &FluentArgs::new())
    }

    /// A text about something that has a name.
    #[must_use]
    pub fn named(&self, key: &str, name: &str) -> String {
        let mut figures = FluentArgs::new();
        figures.set("name", FluentValue::from(name.to_owned()));
        self.said(key, None, &figures)
    }

    #[must_use]
    pub fn counted(&self, key: &str, name: &str, count: usize) -> String {
        let mut figures = FluentArgs::new();
        figures.set(name.to_owned(), count);
        self.said(key, None, &figures)
    }

    /// A key without a text is shown as the key, so that its absence is seen.
    fn said(&self, key: &str, attribute: Option<&str>, figures: &FluentArgs<'_>) -> String {
        let message = self.bundle.get_message(key);
        let pattern = message.as_ref().and_then(|it| match attribute {
            None => it.value(),
            Some(name) => it.get_attribute(name).map(|it| it.value()),
        });
        let Some(pattern) = pattern else {
            return if attribute == Some("text") { String::new() } else { key.to_owned() };
        };
        self.bundle.format_pattern(pattern, Some(figures), &mut vec![]).into_owned()
    }
}

fn figures(finding: &Finding) -> FluentArgs<'static> {
    let mut figures = FluentArgs::new();
    for (name, figure) in &finding.figures {
        match figure {
            Figure::Number(number) => figures.set(*name, *number),
            Figure::Text(text) => figures.set(*name, FluentValue::from(text.clone())),
        }
    }
    figures
}
