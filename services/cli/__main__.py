"""Starts the command line: `python -m services.cli`, or `./helhed` in a checkout."""

from services.cli.app import main

if __name__ == "__main__":
    main()
