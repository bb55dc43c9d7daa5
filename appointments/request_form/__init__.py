"""The request form: one question page after another, then check and send."""
