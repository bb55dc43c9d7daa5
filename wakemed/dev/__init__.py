"""What only development needs: pages under /dev/, and a developer's commands."""
