"""What the CMS shows besides Wagtail's own pages."""
