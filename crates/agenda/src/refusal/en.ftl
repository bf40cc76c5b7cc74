# Why a file was not opened, and what to do.
file-too-large = The file is larger than 10 MB. Paste the text instead.
file-too-long = The text is longer than an agenda. Paste only what concerns the meeting.
file-bomb = The file unpacks to far more than a document. We do not open it. Paste the text.
file-macros = The file contains macros. Save it without them (.docx), or paste the text.
file-old-or-encrypted = The file has a password or an old format. Save it as .docx without a password.
file-not-a-document = This is an archive, not a document. Send the document inside it.
file-not-text = We find no text in the file. We read .docx, .odt, .pdf, .md, .txt and .ics.
file-unreadable = We could not read the file. Save it again, or paste the text.
file-no-text = The file has only pictures of text. Paste the text instead.
