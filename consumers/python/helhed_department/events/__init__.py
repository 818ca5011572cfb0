"""Every event that a department is told of, as types. Made by `make generate`."""

from helhed_department.events.contacts import *  # noqa: F403
from helhed_department.events.meetings import *  # noqa: F403
from helhed_department.events.plans import *  # noqa: F403
from helhed_department.events.progress import *  # noqa: F403
