"""Every fact that a department may say, as types. Made by `make generate`."""

from helhed_department.facts.contacts import *  # noqa: F403
from helhed_department.facts.meetings import *  # noqa: F403
from helhed_department.facts.plans import *  # noqa: F403
from helhed_department.facts.progress import *  # noqa: F403
