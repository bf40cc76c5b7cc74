//! Text of PDF files, behind a scan that refuses what would swell.
//!
//! **Invariant `bounded`:** no more than [`INFLATED_BYTES_MAX`] bytes come out of the streams of one
//! file, and nothing nests deeper than [`DEPTH_MAX`]. Held by [`inspected`] walking every stream
//! before the parser sees the file.

use std::panic;

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

use super::Refusal;

const INFLATED_BYTES_MAX: usize = 48 * 1024 * 1024;
const DEPTH_MAX: usize = 200;

pub(super) fn text_in(bytes: &[u8]) -> Result<String, Refusal> {
    inspected(bytes)?;
    // The parser is not ours; should it fail on an odd file, that is a refusal and not a crash.
    let read = panic::catch_unwind(|| pdf_extract::extract_text_from_mem(bytes));
    let text = match read {
        Ok(Ok(text)) => text,
        Ok(Err(_)) | Err(_) => return Err(Refusal::Unreadable),
    };
    let text: String = text.replace('\u{a0}', " ");
    if text.chars().any(char::is_alphanumeric) { Ok(paragraphs(&text)) } else { Err(Refusal::NoText) }
}

fn inspected(bytes: &[u8]) -> Result<(), Refusal> {
    if find(bytes, b"/Encrypt", 0).is_some() {
        return Err(Refusal::OldOrEncrypted);
    }
    // A filter on a filter, or the old LZW, swells beyond what one pass can measure.
    let doubled = [&b"/FlateDecode/FlateDecode"[..], b"/FlateDecode /FlateDecode", b"/LZWDecode", b"/LZW "];
    if doubled.iter().any(|it| find(bytes, it, 0).is_some()) {
        return Err(Refusal::Bomb);
    }
    let mut left = INFLATED_BYTES_MAX;
    let mut outside = 0;
    let mut at = 0;
    while let Some(found) = find(bytes, b"stream", at) {
        nests_little(&bytes[outside..found])?;
        let mut from = found + b"stream".len();
        while bytes.get(from).is_some_and(|it| [b'\r', b'\n', b' '].contains(it)) {
            from += 1;
        }
        let until = find(bytes, b"endstream", from).unwrap_or(bytes.len());
        let inflated = match decompress_to_vec_zlib_with_limit(&bytes[from..until], left) {
            Ok(inflated) => inflated,
            Err(failure) if failure.status == TINFLStatus::HasMoreOutput => return Err(Refusal::Bomb),
            Err(failure) => failure.output,
        };
        if is_markup(&inflated) {
            nests_little(&inflated)?;
        }
        left -= inflated.len().min(left);
        outside = (until + b"endstream".len()).min(bytes.len());
        at = outside;
    }
    nests_little(&bytes[outside..])
}

/// Fonts and pictures are not parsed as objects, and hold brackets by chance.
fn is_markup(bytes: &[u8]) -> bool {
    bytes.iter().take(256).all(|it| it.is_ascii_graphic() || it.is_ascii_whitespace())
}

/// Brackets in strings and pictures are no nesting, so an object that ends begins afresh.
fn nests_little(bytes: &[u8]) -> Result<(), Refusal> {
    let (mut depth, mut round) = (0_usize, 0_usize);
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'o' if bytes[at..].starts_with(b"obj") => (depth, round) = (0, 0),
            b'[' | b'<' => depth += 1,
            b']' | b'>' => depth = depth.saturating_sub(1),
            b'(' => round += 1,
            b')' => round = round.saturating_sub(1),
            _ => (),
        }
        if DEPTH_MAX < depth || DEPTH_MAX < round {
            return Err(Refusal::Bomb);
        }
    }
    Ok(())
}

fn find(bytes: &[u8], needle: &[u8], from: usize) -> Option<usize> {
    let window = bytes.get(from..)?;
    window.windows(needle.len()).position(|it| it == needle).map(|at| at + from)
}

/// Lines as the page shows them, with letters that kerning had set apart brought home.
fn paragraphs(text: &str) -> String {
    let lines = text.lines().map(|it| joined(it.trim_end()));
    lines.collect::<Vec<_>>().join("\n")
}

/// «A vtaler» is a word whose first letters are kerned; «rom A ved» is not.
fn joined(line: &str) -> String {
    const KERNED: &str = "ATVWYPF";
    const WORDS: &[&str] = &["og", "i", "på", "ved", "for", "til", "med", "er", "om", "av", "eller"];
    let words: Vec<&str> = line.split(' ').collect();
    let mut joined = String::new();
    for (at, word) in words.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|it| words.get(it)).copied().unwrap_or_default();
        let kerned = before.len() == 1 && KERNED.contains(before);
        let belongs = kerned && word.starts_with(char::is_lowercase) && !WORDS.contains(word);
        if at > 0 && !belongs {
            joined.push(' ');
        }
        joined.push_str(word);
    }
    joined
}
