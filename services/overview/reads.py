"""All that can be read of overview, whichever way it is asked for: over gRPC, over HTTP, on pages."""

from dataclasses import dataclass

from services.overview.documents import Documents
from services.overview.my_families import MyFamilies
from services.overview.offers import Offers
from services.overview.operations import Operations
from services.overview.outcomes.told import Leaders
from services.overview.programmes.reading import Programmes
from services.overview.shared_plan import SharedPlans


@dataclass(frozen=True, slots=True)
class Reads:
    """One for each kind of thing to read. Each decides the caller's right by itself."""

    documents: Documents
    mine: MyFamilies
    operations: Operations
    offers: Offers
    programmes: Programmes
    leaders: Leaders

    @property
    def plans(self) -> SharedPlans:
        """The shared plans, which documents stand beside."""
        return self.documents.plans
