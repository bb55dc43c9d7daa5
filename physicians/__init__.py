"""The directory: vocabulary, locations, physicians, and the search over them."""
