"""`python -m deploy.embedded`: start both servers, print their addresses for a shell, stay until Ctrl-C."""

import signal
import sys

from deploy.embedded.given import servers
from deploy.embedded.problem import CannotStart


def main() -> int:
    """Returns 0 when interrupted, 1 when a server can't start."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with servers(say=lambda line: print(line, file=sys.stderr, flush=True)) as found:
            print(f"export HELHED_KAFKA='{found.kafka}' HELHED_POSTGRES='{found.postgres}'", flush=True)
            print("Running until Ctrl-C.", file=sys.stderr, flush=True)
            signal.pause()
    except KeyboardInterrupt:
        return 0
    except CannotStart as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
