"""What an editor is told about a text: broken links, link text, headings, reading level."""
