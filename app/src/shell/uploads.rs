//! Forms that carry files beside their fields.

use super::{
    errors::AppError,
    forms::{Sent, refused},
    limits::Limited,
    visitor::{LARGEST_FORM, Visitor},
};
use axum::{
    extract::{FromRequest, Multipart, Request, multipart},
    response::IntoResponse,
};
use domain::{forms::Upload, members::Me, photos::MOST_BYTES};
use http::{StatusCode, header};

/// A form, as far as it arrived. Where its fields come before its files, they are there also when the files are too many.
#[derive(Clone, Debug, Default)]
pub struct WithFiles {
    /// Names and values in order.
    pub fields: Vec<(String, String)>,
    /// The files of one field.
    pub files: Vec<Upload>,
    /// The files were more than one form may carry.
    pub too_large: bool,
}

impl WithFiles {
    /// The value of a field; empty if it was not sent.
    #[must_use]
    pub fn one(&self, name: &str) -> &str {
        let found = self.fields.iter().find(|(field, _)| field == name);
        found.map_or("", |(_, value)| value)
    }
}

/// Why files are not even looked at.
#[derive(Clone, Debug)]
pub struct NotTaken {
    /// In words.
    pub text: String,
    /// The answer's status.
    pub status: StatusCode,
    /// Seconds until it may be tried again.
    pub wait: Option<u64>,
}

/// Reads a form, with files or without. `files` names their field, `most` says how many are of use; of those that are too
/// many or too heavy just so much is kept that the rules can say so.
///
/// # Errors
/// When it is no form.
pub async fn read(request: Request, files: &str, most: usize) -> Result<WithFiles, AppError> {
    let kind = request
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|v| v.to_str().ok());
    if !kind.is_some_and(|kind| kind.starts_with("multipart/form-data")) {
        let Sent(fields) = Sent::from_request(request, &()).await?;
        return Ok(WithFiles {
            fields,
            ..WithFiles::default()
        });
    }
    let mut parts = Multipart::from_request(request, &())
        .await
        .map_err(|e| refused(e.into_response().status()))?;
    let mut form = WithFiles::default();
    loop {
        match read_part(&mut parts, &mut form, files, most).await {
            Ok(true) => {}
            Ok(false) => return Ok(form),
            Err(error) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => {
                form.too_large = true;
                return Ok(form);
            }
            Err(error) => return Err(refused(error.status())),
        }
    }
}

/// Reads one part: whether there was one.
async fn read_part(
    parts: &mut Multipart,
    form: &mut WithFiles,
    files: &str,
    most: usize,
) -> Result<bool, multipart::MultipartError> {
    let Some(mut part) = parts.next_field().await? else {
        return Ok(false);
    };
    let name = part.name().unwrap_or_default().to_owned();
    let file = part.file_name().map(|name| name.chars().take(80).collect::<String>());
    let longest = if file.is_some() { MOST_BYTES } else { LARGEST_FORM };
    let mut bytes = Vec::new();
    while let Some(chunk) = part.chunk().await? {
        if bytes.len() <= longest {
            bytes.extend_from_slice(&chunk);
        }
    }
    match file {
        None if form.fields.len() < MOST_FIELDS => {
            form.fields.push((name, String::from_utf8_lossy(&bytes).into_owned()));
        }
        // A field for files from which none was chosen sends an empty one without a name.
        Some(file) if name == files && !(file.is_empty() && bytes.is_empty()) && form.files.len() <= most => {
            form.files.push(Upload { name: file, bytes });
        }
        _ => {}
    }
    Ok(true)
}

/// The most fields that are of use in any form with files.
const MOST_FIELDS: usize = 200;

/// What stands against taking the files at all, before anybody looks at them. Each counts against the member's limit.
#[must_use]
pub fn not_taken(visitor: &Visitor, me: &Me, form: &WithFiles) -> Option<NotTaken> {
    let lang = visitor.lang;
    if form.too_large {
        return Some(NotTaken {
            text: t!(lang, "error-too-large-text"),
            status: StatusCode::PAYLOAD_TOO_LARGE,
            wait: None,
        });
    }
    let mut files = form.files.iter();
    files.find_map(|_| match visitor.count(Limited::Upload, &me.id.to_string()) {
        Err(AppError::TooMany(wait)) => Some(NotTaken {
            text: t!(lang, "error-too-many-text", seconds = wait.as_secs()),
            status: StatusCode::TOO_MANY_REQUESTS,
            wait: Some(wait.as_secs().max(1)),
        }),
        _ => None,
    })
}
