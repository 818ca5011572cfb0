"""The views of overview: what is folded of the services' events. Whoever adds one names it here, and nowhere else."""

from eventkeep.view import View
from services.overview.access import ACCESS
from services.overview.catalogue import OFFERS
from services.overview.family_plan import FAMILY_PLAN
from services.overview.groups.view import GROUPS
from services.overview.leavers import PROFESSIONAL
from services.overview.outcomes.view import OUTCOMES
from services.overview.programmes.leads import DEPARTMENT
from services.overview.programmes.view import PROGRAMME

VIEWS: tuple[View, ...] = (ACCESS, FAMILY_PLAN, OFFERS, PROGRAMME, DEPARTMENT, PROFESSIONAL, GROUPS, OUTCOMES)
