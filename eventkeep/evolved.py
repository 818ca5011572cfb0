"""A folded state with some of it changed: what `dataclasses.replace` does, several times as fast.

`evolve` runs once for every event that was ever stored, so that a rebuild is mostly made of this.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import replace
else:

    def replace(state: Any, /, **changes: Any) -> Any:
        """A copy of a frozen dataclass without slots, these fields changed: they are known to the type checker alone."""
        changed = object.__new__(type(state))
        vars(changed).update(vars(state), **changes)
        return changed


__all__ = ["replace"]
