"""The offers that a municipality begins with, and how they get into its catalogue: through the public API."""
