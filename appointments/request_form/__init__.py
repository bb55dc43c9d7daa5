"""The patient's question pages."""
