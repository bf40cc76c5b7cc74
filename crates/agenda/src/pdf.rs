//! Text of PDF files, behind a scan that refuses what would swell.
//!
//! **Invariant `bounded`:** no more than [`INFLATED_BYTES_MAX`] bytes come out of the streams of one
//! file. Held by [`inspected`] walking every stream before the parser sees the file; the parser
//! itself bounds how deep objects nest.

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

use super::{NotRead, guarded};

const INFLATED_BYTES_MAX: usize = 48 * 1024 * 1024;

pub(super) fn text_in(bytes: &[u8]) -> Result<String, NotRead> {
    inspected(bytes)?;
    let read = guarded(|| pdf_extract::extract_text_from_mem(bytes))?;
    let text = read.map_err(|_| NotRead::Unreadable)?;
    let text: String = text.replace('\u{a0}', " ");
    if text.chars().any(char::is_alphanumeric) {
        Ok(paragraphs(&text))
    } else {
        Err(NotRead::NoText)
    }
}

fn inspected(bytes: &[u8]) -> Result<(), NotRead> {
    if find(bytes, b"/Encrypt", 0).is_some() {
        return Err(NotRead::OldOrEncrypted);
    }
    // The old LZW swells beyond what one pass can measure, and a filter in disguise is no accident.
    let unmeasured = [&b"/LZW"[..], b"/LZ#5", b"/L#5a", b"/L#5A", b"/#4cZ", b"/#4CZ"];
    if unmeasured.iter().any(|it| find(bytes, it, 0).is_some()) {
        return Err(NotRead::Bomb);
    }
    let mut left = INFLATED_BYTES_MAX;
    let mut at = 0;
    while let Some(found) = find(bytes, b"stream", at) {
        let mut from = found + b"stream".len();
        while bytes.get(from).is_some_and(|it| [b'\r', b'\n', b' '].contains(it)) {
            from += 1;
        }
        // A packed stream knows its own end; the word «endstream» may stand inside it.
        let inflated = match decompress_to_vec_zlib_with_limit(&bytes[from..], left) {
            Ok(inflated) => inflated,
            Err(failure) if failure.status == TINFLStatus::HasMoreOutput => {
                return Err(NotRead::Bomb);
            }
            Err(failure) => failure.output,
        };
        let packed_again = inflated.starts_with(&[0x78])
            && decompress_to_vec_zlib_with_limit(&inflated, 1024)
                .map_or_else(|it| it.output.len() >= 1024, |it| !it.is_empty());
        if packed_again {
            return Err(NotRead::Bomb);
        }
        left -= inflated.len().min(left);
        at = from;
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
    const WORDS: &[&str] =
        &["og", "i", "på", "ved", "for", "til", "med", "er", "om", "av", "eller"];
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
