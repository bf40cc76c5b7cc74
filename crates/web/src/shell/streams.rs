//! Open streams, counted by device, so that one device cannot take the place of a whole room.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use kernel::ids::TokenHash;

use crate::shell::failure::Wrong;

/// When a device that has too many streams may try again, in seconds.
const RETRY_S: u32 = 10;

/// The streams of every device. Cheap to clone; clones count together.
#[derive(Clone, Debug, Default)]
pub struct Streams(Arc<Mutex<HashMap<TokenHash, u32>>>);

/// A stream's place, held as long as this lives.
#[derive(Debug)]
pub struct Taken {
    streams: Streams,
    device: TokenHash,
}

impl Streams {
    /// Takes a place for one more stream of a device, unless it has `most` already.
    pub fn take(&self, device: &TokenHash, most: u32) -> Result<Taken, Wrong> {
        let mut open = self.open();
        let count = open.entry(device.clone()).or_default();
        if *count >= most {
            return Err(Wrong::TooManyStreams { retry_s: RETRY_S });
        }
        *count += 1;
        Ok(Taken { streams: self.clone(), device: device.clone() })
    }

    #[must_use]
    pub fn count(&self) -> usize {
        self.open().values().map(|count| usize::try_from(*count).unwrap_or_default()).sum()
    }

    fn open(&self) -> MutexGuard<'_, HashMap<TokenHash, u32>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        let mut open = self.streams.open();
        match open.get_mut(&self.device) {
            Some(count) if *count > 1 => *count -= 1,
            _ => {
                open.remove(&self.device);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Streams;

    #[test]
    fn a_place_that_is_given_back_can_be_taken_again() {
        let streams = Streams::default();
        let first = streams.take(&"a".into(), 1);
        assert!(
            first.is_ok()
                && streams.take(&"a".into(), 1).is_err()
                && streams.take(&"b".into(), 1).is_ok()
        );
        assert_eq!(streams.count(), 1);
        drop(first);
        assert_eq!(streams.count(), 0);
        assert!(streams.take(&"a".into(), 1).is_ok());
    }
}
