//! Text of word-processor files. Only the one part with the text is unpacked, and only so far.

use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;
use zip::result::ZipError;

use super::NotRead;

/// Unpacked bytes of the text part.
const PART_BYTES_MAX: u64 = 16 * 1024 * 1024;
const PARTS_MAX: usize = 2_000;

pub(super) fn text_in(bytes: &[u8]) -> Result<String, NotRead> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| NotRead::Unreadable)?;
    if PARTS_MAX < archive.len() {
        return Err(NotRead::Bomb);
    }
    let macros = |it: &String| {
        it.ends_with("vbaProject.bin") || it.starts_with("Basic/") || it.starts_with("Scripts/")
    };
    let names: Vec<String> =
        archive.file_names().filter_map(|it| Some(it.ok()?.into_owned())).collect();
    if names.iter().any(macros) {
        return Err(NotRead::Macros);
    }
    let holds = |part: &str| names.iter().any(|it| it == part);
    let part = ["word/document.xml", "content.xml"].into_iter().find(|it| holds(it));
    let part = part.ok_or(NotRead::NotADocument)?;
    if holds("META-INF/manifest.xml") {
        let manifest = unpacked(&mut archive, "META-INF/manifest.xml")?;
        if manifest.contains("encryption-data") {
            return Err(NotRead::OldOrEncrypted);
        }
    }
    let xml = unpacked(&mut archive, part)?;
    text_of(&xml)
}

fn unpacked(archive: &mut ZipArchive<Cursor<&[u8]>>, part: &str) -> Result<String, NotRead> {
    let file = archive.by_name(part).map_err(|it| {
        let locked = matches!(it, ZipError::UnsupportedArchive(_) | ZipError::InvalidPassword);
        if locked { NotRead::OldOrEncrypted } else { NotRead::Unreadable }
    })?;
    let mut unpacked = vec![];
    let read = file.take(PART_BYTES_MAX + 1).read_to_end(&mut unpacked);
    read.map_err(|_| NotRead::Unreadable)?;
    if PART_BYTES_MAX < unpacked.len() as u64 {
        return Err(NotRead::Bomb);
    }
    String::from_utf8(unpacked).map_err(|_| NotRead::Unreadable)
}

/// What is being read of one document.
#[derive(Default)]
struct Page {
    text: String,
    /// The paragraph or cell under way.
    under_way: String,
    cells: Vec<String>,
    in_row: usize,
    in_cell: usize,
    in_list: usize,
    /// Depth of parts that are not the text people see: deleted words, fallbacks, comments.
    hidden: usize,
    listed: bool,
    takes_text: usize,
}

fn text_of(xml: &str) -> Result<String, NotRead> {
    let mut reader = Reader::from_str(xml);
    let mut page = Page::default();
    loop {
        match reader.read_event().map_err(|_| NotRead::Unreadable)? {
            Event::Eof => break,
            Event::Start(tag) => page.open(tag.name().as_ref()),
            Event::Empty(tag) => {
                page.open(tag.name().as_ref());
                page.close(tag.name().as_ref());
            }
            Event::End(tag) => page.close(tag.name().as_ref()),
            Event::Text(text) => page.add(&text),
            Event::GeneralRef(name) => page.add(&entity(&name)),
            Event::CData(text) => page.add(&text),
            Event::DocType(_) => return Err(NotRead::Unreadable),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => (),
        }
        if super::TEXT_CHARS_MAX * 4 < page.text.len() + page.under_way.len() {
            return Err(NotRead::TooLong);
        }
    }
    page.end_line();
    Ok(page.text)
}

fn entity(name: &quick_xml::events::BytesRef<'_>) -> String {
    if let Ok(Some(letter)) = name.resolve_char_ref() {
        return letter.to_string();
    }
    let known = quick_xml::escape::resolve_predefined_entity(name);
    known.unwrap_or_default().to_owned()
}

impl Page {
    fn open(&mut self, tag: &str) {
        match tag {
            "w:del"
            | "mc:Fallback"
            | "w:instrText"
            | "office:annotation"
            | "text:tracked-changes"
            | "w:moveFrom" => self.hidden += 1,
            "w:t" | "text:p" | "text:h" => self.takes_text += 1,
            "w:tr" | "table:table-row" => {
                self.in_row += 1;
                self.cells.clear();
            }
            "w:tc" | "table:table-cell" => self.in_cell += 1,
            "w:numPr" | "text:list-item" => {
                self.listed = true;
                self.in_list += usize::from(tag == "text:list-item");
            }
            "w:tab" | "text:tab" if self.takes_text > 0 || tag == "w:tab" => {
                self.under_way.push('\t');
            }
            "w:br" | "w:cr" | "text:line-break" => self.under_way.push('\n'),
            "text:s" => self.under_way.push(' '),
            _ => (),
        }
    }

    fn close(&mut self, tag: &str) {
        match tag {
            "w:del"
            | "mc:Fallback"
            | "w:instrText"
            | "office:annotation"
            | "text:tracked-changes"
            | "w:moveFrom" => {
                self.hidden = self.hidden.saturating_sub(1);
            }
            "w:t" => self.takes_text = self.takes_text.saturating_sub(1),
            "w:p" | "text:p" | "text:h" => {
                if tag != "w:p" {
                    self.takes_text = self.takes_text.saturating_sub(1);
                }
                if self.in_cell > 0 {
                    self.under_way.push(' ');
                } else {
                    self.end_line();
                }
                self.listed = false;
            }
            "w:tc" | "table:table-cell" => {
                self.in_cell = self.in_cell.saturating_sub(1);
                let cell = std::mem::take(&mut self.under_way);
                self.cells.push(cell.split_whitespace().collect::<Vec<_>>().join(" "));
            }
            "w:tr" | "table:table-row" => {
                self.in_row = self.in_row.saturating_sub(1);
                let row = self.cells.join("\t");
                self.text.push_str(&row);
                self.text.push('\n');
                self.cells.clear();
            }
            "text:list-item" => self.in_list = self.in_list.saturating_sub(1),
            _ => (),
        }
    }

    fn add(&mut self, text: &str) {
        if self.hidden == 0 && self.takes_text > 0 {
            self.under_way.push_str(text);
        }
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.under_way);
        let line = line.trim_matches([' ', '\t']);
        if self.listed && !line.is_empty() {
            self.text.push_str("• ");
        }
        self.text.push_str(line);
        self.text.push('\n');
    }
}
