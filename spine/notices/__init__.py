"""Notices at the top of pages: what they say, where and when they show, and the emergency one person publishes."""
