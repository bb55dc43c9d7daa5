"""What auditors read: sign-ins, rights given and taken, passwords, patients' links. It only grows."""
