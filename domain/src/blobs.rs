//! Photos and other files, under keys. A folder by default; the interface is that of an object store.

use futures::{StreamExt, stream::BoxStream};
use object_store::{ObjectStore, ObjectStoreExt, PutPayload, path::Path};
use std::sync::Arc;

/// Where files lie.
#[derive(Clone, Debug)]
pub struct Blobs(Arc<dyn ObjectStore>);

impl Blobs {
    /// Files below `folder`, which is made if it is missing.
    ///
    /// # Errors
    /// When the folder cannot be made or entered.
    pub fn in_folder(folder: &std::path::Path) -> object_store::Result<Self> {
        std::fs::create_dir_all(folder).map_err(|e| object_store::Error::Generic {
            store: "folder",
            source: Box::new(e),
        })?;
        let store = object_store::local::LocalFileSystem::new_with_prefix(folder)?.with_automatic_cleanup(true);
        Ok(Self(Arc::new(store)))
    }

    /// Writes a file whole, or not at all.
    ///
    /// # Errors
    /// When the store refuses.
    pub async fn put(&self, key: &str, bytes: Vec<u8>) -> object_store::Result<()> {
        self.0.put(&Path::from(key), PutPayload::from(bytes)).await.map(|_| ())
    }

    /// The file's bytes; `None` if there is none.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn get(&self, key: &str) -> object_store::Result<Option<Vec<u8>>> {
        match self.0.get(&Path::from(key)).await {
            Ok(found) => found.bytes().await.map(|bytes| Some(bytes.to_vec())),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The keys of all files, in no particular order.
    pub fn keys(&self) -> BoxStream<'static, object_store::Result<String>> {
        self.0
            .list(None)
            .map(|found| found.map(|file| file.location.to_string()))
            .boxed()
    }

    /// Deletes a file; it is fine if there is none.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn delete(&self, key: &str) -> object_store::Result<()> {
        match self.0.delete(&Path::from(key)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error),
        }
    }
}
