"""The settings of contacts beside those of every service."""

from pydantic import Field

from eventkeep import settings
from services.contacts.state import Thresholds


class Settings(settings.Node):
    """For contacts alone: how many contacts of a family are many, as the municipality sees it. INV-06, Q06."""

    contact_threshold_direct: int = Field(default=3, ge=0, le=1_000, examples=["3"])
    contact_threshold_secondary: int = Field(default=2, ge=0, le=1_000, examples=["2"])

    @property
    def thresholds(self) -> Thresholds:
        """As decisions are given them."""
        return Thresholds(self.contact_threshold_direct, self.contact_threshold_secondary)
