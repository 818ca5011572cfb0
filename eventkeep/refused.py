"""How a command or a read is refused: a stable code, a sentence and a next step in two languages, never a stack trace."""

from collections.abc import Mapping

_DANISH: Mapping[str, tuple[str, str]] = {
    "command_id_missing": (
        "Kommandoen har intet gyldigt id.",
        "Lav et tilfældigt UUID til hver kommando, og send det samme, når du prøver igen.",
    ),
    "command_id_reused": ("Kommandoens id er brugt til en anden kommando.", "Send kommandoen med et nyt id."),
    "deadline_exceeded": (
        "Kaldet blev ikke færdigt inden for sin frist.",
        "Prøv igen med samme kommando-id: det bliver gjort højst én gang.",
    ),
    "for_services_only": ("Kun vores egne tjenester spørger om det.", "Afdelinger læser deres egen kanal."),
    "internal": (
        "Noget gik galt her.",
        "Prøv igen med samme kommando-id; bliver det ved, så opgiv referencen.",
    ),
    "invalid_input": ("Noget i det sendte er ikke gyldigt.", "Ret disse felter."),
    "journal_has_no_order": (
        "En journal har kæder, ikke en rækkefølge for alt.",
        "Spørg den tjeneste, der ejer hændelserne.",
    ),
    "cpr_number_sent": (
        "Det sendte indeholder noget, der ligner et CPR-nummer.",
        "Udelad det: personer nævnes ved vores id, eller ved et id i jeres system, som er knyttet til dem.",
    ),
    "lagging": ("Det, du har set, er ikke nået hertil endnu.", "Prøv igen om lidt."),
    "message_invalid": ("En attribut i beskeden er ikke gyldig.", "Ret den."),
    "message_too_large": ("Beskeden er for stor.", "Send det, der skal til for at sige den ene ting."),
    "message_unreadable": (
        "Beskeden er ikke et JSON-objekt.",
        "Send en CloudEvent i struktureret form, som UTF-8.",
    ),
    "not_for_leaders": (
        "Ledere ser tal over alle familier, og ikke andet.",
        "Kald som fagperson eller person.",
    ),
    "not_for_operations": (
        "Driften ser, hvordan tjenesterne har det, og ikke andet.",
        "Kald som fagperson eller person.",
    ),
    "person_forgotten": ("En person i dette er glemt efter eget ønske.", "Udelad personen."),
    "reference_parked": (
        "Det, de andre tjenester har sagt om familien, kunne ikke læses her.",
        "Driften skal se på den familie, der står stille.",
    ),
    "reference_stale": ("Det, de andre tjenester har sagt, er måske forældet.", "Prøv igen om lidt."),
    "shown_elsewhere": (
        "Denne server har en anden udgave af visningen end den, der vises.",
        "Prøv igen: en anden server svarer.",
    ),
    "stopping": ("Denne server er ved at stoppe.", "Åbn strømmen igen."),
    "store_behind_token": (
        "Kvitteringen nævner hændelser, som lageret ikke har.",
        "Driften skal se på det: lageret er måske genskabt fra en kopi.",
    ),
    "store_unreachable": ("Databasen svarer ikke.", "Prøv igen om lidt."),
    "stream_busy": ("Andre ændrer det samme på samme tid.", "Prøv igen."),
    "text_has_nul": ("En tekst indeholder tegnet U+0000.", "Udelad det."),
    "token_expired": ("Adgangsbeviset er udløbet.", "Hent et nyt adgangsbevis fra kommunens login."),
    "token_invalid": (
        "Kvitteringen er ikke en af vores.",
        "Send en kvittering, som den blev givet, eller ingen.",
    ),
    "token_missing": ("Kaldet har intet adgangsbevis.", "Send metadata `authorization: Bearer <token>`."),
    "token_not_accepted": ("Adgangsbeviset godtages ikke.", "Hent et nyt adgangsbevis fra kommunens login."),
    "token_of_another_family": (
        "Kvitteringen handler om en anden familie.",
        "Send en kvittering, der er givet for denne familie, eller ingen.",
    ),
    "version_conflict": ("Det er ændret, siden du så det.", "Læs det igen, og beslut på ny."),
}
"""What the package itself refuses, in Danish: the sentence, and what to do next where the call says nothing else."""


class Refused(Exception):
    """A stable code, a sentence and what to do next, both in English and in Danish, and the rule it follows from.

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
        danish_next: str = "",
    ) -> None:
        super().__init__(f"{code}: {sentence}")
        self.code, self.sentence, self.rule, self.next_step = code, sentence, rule, next_step
        own, own_next = _DANISH.get(code, ("", ""))
        self.danish, self.danish_next = danish or own, danish_next or own_next
        self.facts = dict(facts or {})
