"""What contacts takes from departments' systems: contacts, visits, and their own people. INV-58."""

from collections.abc import Mapping
from typing import Any

from contracts.inbox import contacts as facts
from contracts.inbox.fact import Fact
from eventkeep.edge.call import Answer, Call
from eventkeep.handle import Handle
from eventkeep.react import HandleCommand
from eventkeep.refused import Refused
from services.contacts import colleagues, counting, professional
from services.inbox import As

COMMANDS: Mapping[type[Fact], As] = {
    facts.ContactStarted: As(counting.StartContact),
    facts.ContactEnded: As(counting.EndContact),
    facts.VisitMade: As(colleagues.RecordVisit),
    facts.ProfessionalRegistered: As(professional.RegisterProfessional, names_department=True),
    facts.ProfessionalChanged: As(professional.ChangeProfessional, names_department=True),
    facts.ProfessionalLeft: As(professional.ProfessionalLeaves),
}
"""The command of each kind of fact."""

WAITS_FOR = frozenset({"family_unknown", "professional_unknown"})
"""Refusals of what may come to be: the message is tried again, for a time."""


def vouched_for(professionals: Handle) -> HandleCommand:
    """Handles what is said of a professional by somebody whom the register knows in that department. INV-58."""

    async def handle(command: Any, call: Call) -> Answer:
        actor: professional.State = await professionals.state(f"professional/{command.by.id}")
        if actor.left or actor.department != command.by.through:
            raise Refused(
                "not_of_department",
                "Nobody of this department is registered under this id.",
                "INV-58",
                "Send it in the name of somebody who works for the department.",
                danish="Ingen i afdelingen er registreret med dette id.",
                danish_next="Send det på vegne af en, der arbejder i afdelingen.",
            )
        return await professionals(command, call)

    return handle
