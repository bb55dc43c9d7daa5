"""Approval: nothing is live that a second person has not read, word for word (docs/decisions/0008-four-eyes.md).

The database enforces it. This room has the tables (`approvals`), the step of the workflow (`approval_task`), the one
way to publish (`publishing`), and what the CMS says about it.
"""
