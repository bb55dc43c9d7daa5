"""Mail about requests: rendered at delivery, sent at least once, recognizable when sent twice."""
