//! Why a file was not opened, in words for the one who sent it.

use std::fmt;

use kernel::lang::Lang;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    TooLarge,
    TooLong,
    /// It unpacks to far more than a document would.
    Bomb,
    Macros,
    OldOrEncrypted,
    /// A zip that is neither .docx nor .odt.
    NotADocument,
    NotText,
    /// Broken, or made in a way we do not read.
    Unreadable,
    /// A PDF of pictures.
    NoText,
}

impl Refusal {
    pub const ALL: &[Self] = &[
        Self::TooLarge,
        Self::TooLong,
        Self::Bomb,
        Self::Macros,
        Self::OldOrEncrypted,
        Self::NotADocument,
        Self::NotText,
        Self::Unreadable,
        Self::NoText,
    ];

    #[must_use]
    pub fn text(self, lang: Lang) -> &'static str {
        let (nb, nn, en) = self.texts();
        lang.pick([nb, nn, en])
    }

    const fn texts(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::TooLarge => (
                "Fila er større enn 10 MB. Lim inn teksten i stedet.",
                "Fila er større enn 10 MB. Lim inn teksten i staden.",
                "The file is larger than 10 MB. Paste the text instead.",
            ),
            Self::TooLong => (
                "Teksten er lengre enn en saksliste. Lim inn bare det som gjelder møtet.",
                "Teksten er lengre enn ei sakliste. Lim inn berre det som gjeld møtet.",
                "The text is longer than an agenda. Paste only what concerns the meeting.",
            ),
            Self::Bomb => (
                "Fila pakker ut til mye mer enn et dokument. Vi åpner den ikke. Lim inn teksten.",
                "Fila pakkar ut til mykje meir enn eit dokument. Vi opnar henne ikkje. Lim inn teksten.",
                "The file unpacks to far more than a document. We do not open it. Paste the text.",
            ),
            Self::Macros => (
                "Fila inneholder makroer. Lagre den uten makroer (.docx), eller lim inn teksten.",
                "Fila inneheld makroar. Lagre henne utan makroar (.docx), eller lim inn teksten.",
                "The file contains macros. Save it without them (.docx), or paste the text.",
            ),
            Self::OldOrEncrypted => (
                "Fila er låst med passord eller laget i et gammelt format. Lagre den som .docx uten passord.",
                "Fila er låst med passord eller laga i eit gammalt format. Lagre henne som .docx utan passord.",
                "The file has a password or an old format. Save it as .docx without a password.",
            ),
            Self::NotADocument => (
                "Dette er ei pakka fil, ikke et dokument. Send dokumentet som ligger i den.",
                "Dette er ei pakka fil, ikkje eit dokument. Send dokumentet som ligg i henne.",
                "This is an archive, not a document. Send the document inside it.",
            ),
            Self::NotText => (
                "Vi finner ikke tekst i fila. Vi leser .docx, .odt, .pdf, .md, .txt og .ics.",
                "Vi finn ikkje tekst i fila. Vi les .docx, .odt, .pdf, .md, .txt og .ics.",
                "We find no text in the file. We read .docx, .odt, .pdf, .md, .txt and .ics.",
            ),
            Self::Unreadable => (
                "Vi fikk ikke lest fila. Lagre den på nytt, eller lim inn teksten.",
                "Vi fekk ikkje lese fila. Lagre henne på nytt, eller lim inn teksten.",
                "We could not read the file. Save it again, or paste the text.",
            ),
            Self::NoText => (
                "Fila har bare bilder av tekst. Lim inn teksten i stedet.",
                "Fila har berre bilete av tekst. Lim inn teksten i staden.",
                "The file has only pictures of text. Paste the text instead.",
            ),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text(Lang::En))
    }
}

impl std::error::Error for Refusal {}
