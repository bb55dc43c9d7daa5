"""What only development needs: pages under /dev/, and the server that reloads. Never in production."""
