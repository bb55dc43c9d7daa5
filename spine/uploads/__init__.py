"""Pictures that staff upload: checked, and saved again without what isn't seen."""
