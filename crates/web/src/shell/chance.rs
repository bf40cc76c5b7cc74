//! Chance for tokens, codes and draws: the shell is the only place that may ask for it.

use anyhow::anyhow;
use kernel::ids::{OpId, TokenHash};
use sha2::{Digest as _, Sha256};

use crate::shell::failure::Wrong;

/// Returns random bytes.
pub fn bytes<const N: usize>() -> anyhow::Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|why| anyhow!("no random bytes: {why}"))?;
    Ok(bytes)
}

/// Returns 256 random bits in hex: a cookie or a link.
pub fn token() -> Result<String, Wrong> {
    Ok(hex(&bytes::<32>()?))
}

/// Returns the name of an operation that its sender did not name.
pub fn op() -> Result<OpId, Wrong> {
    Ok(hex(&bytes::<16>()?).into())
}

/// Returns a number for a draw.
pub fn number() -> Result<u64, Wrong> {
    Ok(u64::from_le_bytes(bytes::<8>()?))
}

/// Returns six digits, each code as likely as any other.
pub fn code() -> Result<String, Wrong> {
    // 2^64 is so much larger than a million that the remainder is even enough.
    Ok(format!("{:06}", number()? % 1_000_000))
}

/// Returns the form in which a token is stored.
#[must_use]
pub fn token_hash(token: &str) -> TokenHash {
    hash(token).into()
}

/// Returns the SHA-256 of a text in hex.
#[must_use]
pub fn hash(token: &str) -> String {
    hash_of([token.as_bytes()])
}

/// Returns the SHA-256 of bytes that lie in several places, in hex.
#[must_use]
pub fn hash_of<'b>(parts: impl IntoIterator<Item = &'b [u8]>) -> String {
    let mut hash = Sha256::new();
    parts.into_iter().for_each(|part| hash.update(part));
    hex(&hash.finalize())
}

/// Returns bytes as lower-case hex.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}
