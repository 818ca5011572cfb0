"""How a command or a read is refused: a stable code and a sentence in two languages, never a stack trace."""

from collections.abc import Mapping

_DANISH = {
    "command_id_missing": "Kommandoen har intet gyldigt id.",
    "command_id_reused": "Kommandoens id er brugt til en anden kommando.",
    "deadline_exceeded": "Kaldet blev ikke færdigt inden for sin frist.",
    "for_services_only": "Kun vores egne tjenester spørger om det.",
    "internal": "Noget gik galt her.",
    "invalid_input": "Noget i det sendte er ikke gyldigt.",
    "journal_has_no_order": "En journal har kæder, ikke en rækkefølge for alt.",
    "cpr_number_sent": "Beskeden indeholder noget, der ligner et CPR-nummer.",
    "lagging": "Det, du har set, er ikke nået hertil endnu.",
    "message_invalid": "En attribut i beskeden er ikke gyldig.",
    "message_too_large": "Beskeden er for stor.",
    "message_unreadable": "Beskeden er ikke et JSON-objekt.",
    "not_for_operations": "Driften ser, hvordan tjenesterne har det, og ikke andet.",
    "person_forgotten": "En person i dette er glemt efter eget ønske.",
    "reference_parked": "Det, de andre tjenester har sagt om familien, kunne ikke læses her.",
    "reference_stale": "Det, de andre tjenester har sagt, er måske forældet.",
    "shown_elsewhere": "Denne server har en anden udgave af visningen end den, der vises.",
    "stopping": "Denne server er ved at stoppe.",
    "store_behind_token": "Kvitteringen nævner hændelser, som lageret ikke har.",
    "store_unreachable": "Databasen svarer ikke.",
    "stream_busy": "Andre ændrer det samme på samme tid.",
    "text_has_nul": "En tekst indeholder tegnet U+0000.",
    "token_expired": "Adgangsbeviset er udløbet.",
    "token_invalid": "Kvitteringen er ikke en af vores.",
    "token_missing": "Kaldet har intet adgangsbevis.",
    "token_not_accepted": "Adgangsbeviset godtages ikke.",
    "token_of_another_family": "Kvitteringen handler om en anden familie.",
    "version_conflict": "Det er ændret, siden du så det.",
}
"""What the package itself refuses, in Danish."""


class Refused(Exception):
    """A stable code, a sentence in English and in Danish, the rule it follows from and what to do next.

    `facts` holds machine-readable details such as versions; never anything personal.
    """

    def __init__(
        self,
        code: str,
        sentence: str,
        rule: str = "",
        next_step: str = "",
        facts: Mapping[str, str] | None = None,
        *,
        danish: str = "",
    ) -> None:
        super().__init__(f"{code}: {sentence}")
        self.code, self.sentence, self.rule, self.next_step = code, sentence, rule, next_step
        self.danish = danish or _DANISH.get(code, "")
        self.facts = dict(facts or {})
