"""What kinds of files the documents are, as a browser names them."""

from typing import Final

PDF: Final = "application/pdf"
PNG: Final = "image/png"
TEXT: Final = "text/plain"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ZIP: Final = "application/zip"
