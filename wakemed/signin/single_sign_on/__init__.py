"""Staff sign in with their hospital account (OpenID Connect), if the settings name its provider."""
