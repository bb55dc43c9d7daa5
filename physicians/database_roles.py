"""The one database role that is known by its name."""

# It erases what has been kept long enough (docs/decisions/0024). Triggers ask who it is; anyone could set a setting.
ERASER = "wakemed_eraser"
