"""The pages of the service line."""
