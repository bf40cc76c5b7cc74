//! Every word of the product, found by its key in one of three languages.
//!
//! A feature keeps its words beside itself, in `nb.ftl`, `nn.ftl` and `en.ftl` of one folder, and
//! hands them over with `kernel::texts!("folder")`. Whoever shows words gathers the features it
//! shows into one [`Texts`], and passes on [`Words`]: the same in one language.
//!
//! **Invariant `a-gap-shows`:** a key that has no text is shown as the key, and logged. Held by
//! [`Texts::get`] and [`Texts::attr`].

use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use kernel::lang::Lang;
use unic_langid::LanguageIdentifier;

pub mod source;

#[cfg(test)]
mod tests;

/// A number or a name that is filled into a text.
pub type Argument<'a> = FluentValue<'a>;

/// Words in three languages.
pub struct Texts {
    bundles: [FluentBundle<FluentResource>; 3],
}

/// The words of one language, for those who speak it throughout.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    texts: &'a Texts,
    lang: Lang,
}

/// Why files of words were not taken: a line that is not Fluent, or a key that stands twice. It
/// would be a gap, or somebody else's words, on a screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    pub lang: Lang,
    /// What Fluent says of it.
    pub why: String,
}

impl Texts {
    /// Gathers files of words: bokmål, nynorsk and English of each folder.
    pub fn new(folders: impl IntoIterator<Item = [&'static str; 3]>) -> Result<Texts, Unreadable> {
        let mut bundles = Lang::ALL.map(empty);
        for folder in folders {
            for ((lang, bundle), file) in Lang::ALL.into_iter().zip(&mut bundles).zip(folder) {
                add(bundle, file).map_err(|why| Unreadable { lang, why })?;
            }
        }
        Ok(Texts { bundles })
    }

    /// Returns the words of one language.
    #[must_use]
    pub const fn words(&self, lang: Lang) -> Words<'_> {
        Words { texts: self, lang }
    }

    /// Returns the text of a key, or the key where no language that may stand in has it.
    #[must_use]
    pub fn get(&self, lang: Lang, key: &str, args: &[(&str, Argument<'_>)]) -> String {
        self.find(lang, key, None, args).unwrap_or_else(|| missing(lang, key))
    }

    /// Returns an attribute of a key, such as `.title`, or its name where it is missing.
    #[must_use]
    pub fn attr(
        &self,
        lang: Lang,
        key: &str,
        attribute: &str,
        args: &[(&str, Argument<'_>)],
    ) -> String {
        self.find(lang, key, Some(attribute), args)
            .unwrap_or_else(|| missing(lang, &format!("{key}.{attribute}")))
    }

    /// Returns the text of a key, or of an attribute of it, where there is one. Nynorsk falls back
    /// to bokmål, which every reader of nynorsk reads.
    #[must_use]
    pub fn find(
        &self,
        lang: Lang,
        key: &str,
        attribute: Option<&str>,
        args: &[(&str, Argument<'_>)],
    ) -> Option<String> {
        let Filled { text, problems } = self.filled(lang, key, attribute, args)?;
        if !problems.is_empty() {
            tracing::warn!(key, ?problems, "a text could not be filled in");
        }
        Some(text)
    }

    fn filled(
        &self,
        lang: Lang,
        key: &str,
        attribute: Option<&str>,
        args: &[(&str, Argument<'_>)],
    ) -> Option<Filled> {
        let args: FluentArgs<'_> =
            args.iter().map(|(name, value)| (*name, value.clone())).collect();
        let in_language = |lang: Lang| filled(self.bundle(lang), key, attribute, &args);
        match lang {
            Lang::Nn => in_language(Lang::Nn).or_else(|| in_language(Lang::Nb)),
            Lang::Nb | Lang::En => in_language(lang),
        }
    }

    fn bundle(&self, lang: Lang) -> &FluentBundle<FluentResource> {
        lang.pick(self.bundles.each_ref())
    }
}

impl Words<'_> {
    /// The language that the words are in.
    #[must_use]
    pub const fn lang(self) -> Lang {
        self.lang
    }

    /// Returns the text of a key that needs nothing filled in.
    #[must_use]
    pub fn word(self, key: &str) -> String {
        self.get(key, &[])
    }

    /// Returns the text of a key: see [`Texts::get`].
    #[must_use]
    pub fn get(self, key: &str, args: &[(&str, Argument<'_>)]) -> String {
        self.texts.get(self.lang, key, args)
    }

    /// Returns an attribute of a key: see [`Texts::attr`].
    #[must_use]
    pub fn attr(self, key: &str, attribute: &str, args: &[(&str, Argument<'_>)]) -> String {
        self.texts.attr(self.lang, key, attribute, args)
    }

    /// Returns a text that says something by itself: none where a figure has to be filled in.
    #[must_use]
    pub fn plain(self, key: &str) -> Option<String> {
        let filled = self.texts.filled(self.lang, key, None, &[])?;
        filled.problems.is_empty().then_some(filled.text)
    }

    /// Returns a text that need not be there: see [`Texts::find`].
    #[must_use]
    pub fn find(
        self,
        key: &str,
        attribute: Option<&str>,
        args: &[(&str, Argument<'_>)],
    ) -> Option<String> {
        self.texts.find(self.lang, key, attribute, args)
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "the texts in {} cannot be read: {}", self.lang.tag(), self.why)
    }
}

impl std::error::Error for Unreadable {}

fn empty(lang: Lang) -> FluentBundle<FluentResource> {
    // Fluent asks the language how it counts: «1 minutt», «2 minutt».
    let tag: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // The marks that keep writing directions apart would stand in calendar files and mails.
    bundle.set_use_isolating(false);
    bundle
}

fn add(bundle: &mut FluentBundle<FluentResource>, file: &str) -> Result<(), String> {
    let resource = FluentResource::try_new(file.to_owned())
        .map_err(|(_, problems)| format!("{problems:?}"))?;
    bundle.add_resource(resource).map_err(|problems| format!("{problems:?}"))
}

/// A text, and what it lacked to be filled in.
struct Filled {
    text: String,
    problems: Vec<FluentError>,
}

fn filled(
    bundle: &FluentBundle<FluentResource>,
    key: &str,
    attribute: Option<&str>,
    args: &FluentArgs<'_>,
) -> Option<Filled> {
    let message = bundle.get_message(key)?;
    let pattern = match attribute {
        Some(attribute) => message.get_attribute(attribute)?.value(),
        None => message.value()?,
    };
    let mut problems = vec![];
    let text = bundle.format_pattern(pattern, Some(args), &mut problems).into_owned();
    Some(Filled { text, problems })
}

fn missing(lang: Lang, key: &str) -> String {
    tracing::warn!(key, lang = lang.tag(), "a text is missing");
    key.to_owned()
}
