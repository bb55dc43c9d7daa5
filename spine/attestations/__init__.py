"""Attestations, which patients read as “Reviewed by … on …”.

A physician has read a live page as a whole and signs for it. Approving words before they are published is another
matter: see `four_eyes`.
"""
