//! Files that mean harm, or cannot be read, get a clear answer and little memory.

use std::io::{Cursor, Write as _};

use kernel::lang::Lang;
use proptest::prelude::*;
use zip::write::SimpleFileOptions;

use crate::refusal::{NotRead, TEXTS};
use crate::{FILE_BYTES_MAX, read_bytes};

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(vec![]));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn refusal(bytes: &[u8]) -> NotRead {
    read_bytes(bytes, None).unwrap_err()
}

#[test]
fn more_than_ten_megabytes_is_refused_unread() {
    assert_eq!(refusal(&vec![b'a'; FILE_BYTES_MAX + 1]), NotRead::TooLarge);
    assert_eq!(refusal(&vec![b'a'; FILE_BYTES_MAX]), NotRead::TooLong);
}

#[test]
fn a_document_that_swells_is_refused() {
    let swollen = vec![b' '; 64 * 1024 * 1024];
    let bomb = archive(&[("word/document.xml", &swollen)]);
    assert!(bomb.len() < 200 * 1024);
    assert_eq!(refusal(&bomb), NotRead::Bomb);
    let many: Vec<String> = (0..2_001).map(|it| format!("{it}")).collect();
    let parts: Vec<(&str, &[u8])> = many.iter().map(|it| (it.as_str(), b"".as_slice())).collect();
    assert_eq!(refusal(&archive(&parts)), NotRead::Bomb);
}

#[test]
fn macros_are_refused() {
    let parts: &[(&str, &[u8])] =
        &[("word/document.xml", b"<w:document/>"), ("word/vbaProject.bin", b"x")];
    assert_eq!(refusal(&archive(parts)), NotRead::Macros);
}

#[test]
fn an_archive_in_an_archive_is_not_opened() {
    let inner = archive(&[("word/document.xml", b"<w:document/>")]);
    assert_eq!(refusal(&archive(&[("innkalling.docx", &inner)])), NotRead::NotADocument);
}

#[test]
fn passwords_and_old_formats_are_refused() {
    assert_eq!(refusal(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]), NotRead::OldOrEncrypted);
    assert_eq!(refusal(b"%PDF-1.7\ntrailer << /Encrypt 5 0 R >>"), NotRead::OldOrEncrypted);
    let manifest = b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>";
    let odt: &[(&str, &[u8])] = &[("content.xml", b"x"), ("META-INF/manifest.xml", manifest)];
    assert_eq!(refusal(&archive(odt)), NotRead::OldOrEncrypted);
}

#[test]
fn entities_that_multiply_are_refused() {
    let xml = b"<!DOCTYPE a [<!ENTITY b \"bbbb\">]><w:document><w:t>&b;</w:t></w:document>";
    assert_eq!(refusal(&archive(&[("word/document.xml", xml)])), NotRead::Unreadable);
}

#[test]
fn a_pdf_that_swells_or_nests_is_refused() {
    let zeros = vec![0_u8; 60 * 1024 * 1024];
    let packed = miniz_oxide::deflate::compress_to_vec_zlib(&zeros, 6);
    let mut bomb = b"%PDF-1.5\n1 0 obj << /Filter /FlateDecode >> stream\n".to_vec();
    bomb.extend(packed);
    bomb.extend(b"\nendstream endobj");
    assert_eq!(refusal(&bomb), NotRead::Bomb);
    let twice = miniz_oxide::deflate::compress_to_vec_zlib(
        &miniz_oxide::deflate::compress_to_vec_zlib(&zeros, 6),
        6,
    );
    let mut doubled =
        b"%PDF-1.5\n1 0 obj << /Filter [/FlateDecode /FlateDecode] >> stream\n".to_vec();
    doubled.extend(twice);
    assert_eq!(refusal(&doubled), NotRead::Bomb);
    assert_eq!(refusal(b"%PDF-1.5\n1 0 obj << /Filter /Flate#44ecode >>"), NotRead::Unreadable);
    for piece in ["[", "[\n", "<</A ", "("] {
        let mut deep = b"%PDF-1.5\n1 0 obj ".to_vec();
        deep.extend(piece.as_bytes().repeat(100_000));
        assert_eq!(refusal(&deep), NotRead::Unreadable);
    }
}

#[test]
fn a_broken_pdf_and_a_picture_are_refused() {
    assert_eq!(refusal(b"%PDF-1.4\nnothing here"), NotRead::Unreadable);
    assert_eq!(refusal(&[0x89, b'P', b'N', b'G', 0, 1, 2]), NotRead::NotText);
}

#[test]
fn every_refusal_says_what_to_do_in_three_languages() {
    let texts = texts::Texts::new([TEXTS]).unwrap();
    for refusal in NotRead::ALL {
        for language in Lang::ALL {
            let text = texts.get(language, refusal.key(), &[]);
            assert!(text.ends_with('.') && !text.contains("ugyldig"), "{text}");
        }
    }
}

#[test]
fn older_encodings_of_text_are_read() {
    let latin = b"Personalm\xf8te fredag kl. 12\n1. F\xf8rste sak";
    assert_eq!(read_bytes(latin, None).unwrap().items[0].text, "Første sak");
    let wide: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain("1. Sak".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    assert_eq!(read_bytes(&wide, None).unwrap().items[0].text, "Sak");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// A sample with some of its bytes changed is read or refused, and never worse.
    #[test]
    fn damaged_files_do_no_harm(at in prop::collection::vec((0_usize..2_000, any::<u8>()), 1..12)) {
        let samples = [
            include_bytes!("../samples/32-personalmote.docx").as_slice(),
            include_bytes!("../samples/37-tabell-nn.odt"),
            include_bytes!("../samples/30-kalender-utc.ics"),
            include_bytes!("../samples/46-outlook-paaminning.ics"),
            include_bytes!("../samples/48-serie-html.ics"),
        ];
        for sample in samples {
            let mut bytes = sample.to_vec();
            for (at, byte) in &at {
                let length = bytes.len();
                bytes[at % length] = *byte;
            }
            let _ = read_bytes(&bytes, None);
        }
    }

    #[test]
    fn no_calendar_file_does_harm(lines in "(BEGIN|END|DTSTART|DURATION|DESCRIPTION)[:;][^\\x00]{0,60}\n") {
        let _ = read_bytes(format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\n{lines}").as_bytes(), None);
    }

    #[test]
    fn no_description_in_html_does_harm(html in "<p>([<>&;/!#x -]|br|li|script|é){0,60}") {
        let file = format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDESCRIPTION:{html}\n");
        prop_assert!(read_bytes(file.as_bytes(), None).is_ok());
    }

    #[test]
    fn damaged_pdf_files_do_no_harm(at in prop::collection::vec((0_usize..26_000, any::<u8>()), 1..6)) {
        let mut bytes = include_bytes!("../samples/38-innkalling.pdf").to_vec();
        for (at, byte) in at {
            let length = bytes.len();
            bytes[at % length] = byte;
        }
        let _ = read_bytes(&bytes, None);
    }
}
