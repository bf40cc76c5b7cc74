//! Every word on screen and paper, in three languages.
//!
//! The words of the pages lie beside the pages, and the words of a way of working in its folder.
//! Both are gathered here once, when the program starts.

use anyhow::anyhow;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use kernel::lang::Lang;
use plan::lint::texts as advice;
use unic_langid::LanguageIdentifier;

/// The pages' own words: bokmål, nynorsk and English of each folder.
const PAGES: &[[&str; 3]] = &[
    [include_str!("pages/nb.ftl"), include_str!("pages/nn.ftl"), include_str!("pages/en.ftl")],
    [
        include_str!("pages/phone/nb.ftl"),
        include_str!("pages/phone/nn.ftl"),
        include_str!("pages/phone/en.ftl"),
    ],
    [
        include_str!("pages/console/nb.ftl"),
        include_str!("pages/console/nn.ftl"),
        include_str!("pages/console/en.ftl"),
    ],
    [
        include_str!("pages/wall/nb.ftl"),
        include_str!("pages/wall/nn.ftl"),
        include_str!("pages/wall/en.ftl"),
    ],
    [
        include_str!("pages/result/nb.ftl"),
        include_str!("pages/result/nn.ftl"),
        include_str!("pages/result/en.ftl"),
    ],
    [
        include_str!("pages/join/nb.ftl"),
        include_str!("pages/join/nn.ftl"),
        include_str!("pages/join/en.ftl"),
    ],
    [
        include_str!("pages/plan/nb.ftl"),
        include_str!("pages/plan/nn.ftl"),
        include_str!("pages/plan/en.ftl"),
    ],
    [
        include_str!("pages/groups/nb.ftl"),
        include_str!("pages/groups/nn.ftl"),
        include_str!("pages/groups/en.ftl"),
    ],
    [
        include_str!("pages/refusal/nb.ftl"),
        include_str!("pages/refusal/nn.ftl"),
        include_str!("pages/refusal/en.ftl"),
    ],
    [include_str!("editor/nb.ftl"), include_str!("editor/nn.ftl"), include_str!("editor/en.ftl")],
    [
        include_str!("editor/advice/nb.ftl"),
        include_str!("editor/advice/nn.ftl"),
        include_str!("editor/advice/en.ftl"),
    ],
    [
        include_str!("pages/importing/nb.ftl"),
        include_str!("pages/importing/nn.ftl"),
        include_str!("pages/importing/en.ftl"),
    ],
    [
        include_str!("pages/invitation/nb.ftl"),
        include_str!("pages/invitation/nn.ftl"),
        include_str!("pages/invitation/en.ftl"),
    ],
    [
        include_str!("pages/quick/nb.ftl"),
        include_str!("pages/quick/nn.ftl"),
        include_str!("pages/quick/en.ftl"),
    ],
    [
        include_str!("pages/thresholds/nb.ftl"),
        include_str!("pages/thresholds/nn.ftl"),
        include_str!("pages/thresholds/en.ftl"),
    ],
];

/// One bundle of words for each language.
pub struct Texts {
    bundles: [FluentBundle<FluentResource>; 3],
    /// The words of Møteråd, which the pure half of the product owns.
    advice: [advice::Texts; 3],
}

impl Texts {
    /// Reads every text file. An unreadable line or a key that stands twice is an error, since it
    /// would be a gap on somebody's screen.
    pub fn load() -> anyhow::Result<Texts> {
        let advice =
            [advice::Language::Bokmal, advice::Language::Nynorsk, advice::Language::English];
        Ok(Texts {
            bundles: [bundle(Lang::Nb)?, bundle(Lang::Nn)?, bundle(Lang::En)?],
            advice: advice.map(advice::Texts::new),
        })
    }

    /// Returns the words of Møteråd in a language.
    #[must_use]
    pub fn of_advice(&self, lang: Lang) -> &advice::Texts {
        let [nb, nn, en] = &self.advice;
        match lang {
            Lang::Nb => nb,
            Lang::Nn => nn,
            Lang::En => en,
        }
    }

    /// Returns the text of a key. Nynorsk falls back to bokmål; a key that nobody has shows
    /// itself, so that the gap is seen.
    #[must_use]
    pub fn get(&self, lang: Lang, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        self.find(lang, key, None, args).unwrap_or_else(|| missing(lang, key))
    }

    /// Returns an attribute of a key, such as `.title`.
    #[must_use]
    pub fn attr(&self, lang: Lang, key: &str, attribute: &str) -> String {
        self.find(lang, key, Some(attribute), &[])
            .unwrap_or_else(|| missing(lang, &format!("{key}.{attribute}")))
    }

    /// Returns the text of a key if any language that may stand in for this one has it.
    #[must_use]
    pub fn find(
        &self,
        lang: Lang,
        key: &str,
        attribute: Option<&str>,
        args: &[(&str, FluentValue<'_>)],
    ) -> Option<String> {
        let args: FluentArgs<'_> =
            args.iter().map(|(name, value)| (*name, value.clone())).collect();
        let own = format(self.bundle(lang), key, attribute, &args);
        match lang {
            Lang::Nn => own.or_else(|| format(self.bundle(Lang::Nb), key, attribute, &args)),
            Lang::Nb | Lang::En => own,
        }
    }

    fn bundle(&self, lang: Lang) -> &FluentBundle<FluentResource> {
        let [nb, nn, en] = &self.bundles;
        match lang {
            Lang::Nb => nb,
            Lang::Nn => nn,
            Lang::En => en,
        }
    }
}

fn missing(lang: Lang, key: &str) -> String {
    tracing::warn!(key, lang = lang.tag(), "a text is missing");
    key.to_owned()
}

fn format(
    bundle: &FluentBundle<FluentResource>,
    key: &str,
    attribute: Option<&str>,
    args: &FluentArgs<'_>,
) -> Option<String> {
    let message = bundle.get_message(key)?;
    let pattern = match attribute {
        Some(attribute) => message.get_attribute(attribute)?.value(),
        None => message.value()?,
    };
    let mut problems = vec![];
    let text = bundle.format_pattern(pattern, Some(args), &mut problems).into_owned();
    if !problems.is_empty() {
        tracing::warn!(key, ?problems, "a text could not be filled in");
    }
    Some(text)
}

/// Every file of one language, with a name to find it by.
fn sources(lang: Lang) -> Vec<&'static str> {
    let column = match lang {
        Lang::Nb => 0,
        Lang::Nn => 1,
        Lang::En => 2,
    };
    let pages = PAGES.iter().map(|texts| texts[column]);
    let tools = tools::ALL.into_iter().map(|tool| tool.texts_in(lang));
    pages.chain(tools).chain([tools::own::texts_in(lang)]).collect()
}

fn bundle(lang: Lang) -> anyhow::Result<FluentBundle<FluentResource>> {
    let tag: LanguageIdentifier = lang.tag().parse()?;
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    bundle.set_use_isolating(false);
    for source in sources(lang) {
        let resource = FluentResource::try_new(source.to_owned())
            .map_err(|(_, problems)| anyhow!("{} texts: {problems:?}", lang.tag()))?;
        bundle
            .add_resource(resource)
            .map_err(|problems| anyhow!("{} texts: {problems:?}", lang.tag()))?;
    }
    Ok(bundle)
}

#[cfg(test)]
mod tests;
