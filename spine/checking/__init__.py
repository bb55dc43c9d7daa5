"""What an editor is told about a text: links that lead nowhere, words of links, headings, reading level."""
