"""What a coordinator has to see to, in sentences: what is to happen, and why."""

from collections.abc import Mapping

TO_DO: Mapping[str, tuple[str, str, str, str]] = {
    "contact-request": (
        "{who} skal kontakte familien.",
        "{who} is to contact the family.",
        "Det er der bedt om.",
        "That was asked for.",
    ),
    "emergency-access": (
        "Spørg {who} om nødadgangen, og tal med familien om den.",
        "Ask {who} about the emergency access, and talk with the family about it.",
        "Nogen, der ikke er tilknyttet, har set planen i en nødsituation.",
        "Somebody who is not attached saw the plan in an emergency.",
    ),
    "call-follow-up": (
        "Indkald til opfølgning.",
        "Call the follow-up meeting.",
        "Den blev aftalt på sidste møde.",
        "It was agreed at the last meeting.",
    ),
    "invite": (
        "Inviter til mødet sammen med familien.",
        "Invite to the meeting together with the family.",
        "Ingen er inviteret endnu.",
        "Nobody is invited yet.",
    ),
    "close-meeting": (
        "Skriv ned, hvad mødet aftalte.",
        "Record what the meeting agreed.",
        "Mødets dag er gået.",
        "The day of the meeting has passed.",
    ),
    "invitation": (
        "{who} skal svare på en invitation.",
        "{who} is to answer an invitation.",
        "Der er ikke svaret endnu.",
        "There is no answer yet.",
    ),
    "sign": (
        "Skriv under på samarbejdskontrakten.",
        "Sign the collaboration contract.",
        "Den gælder, når alle tre har skrevet under.",
        "It is in force once all three have signed.",
    ),
    "signature": (
        "Samarbejdskontrakten mangler underskrift.",
        "The collaboration contract is not signed by all.",
        "Den gælder, når alle tre har skrevet under.",
        "It is in force once all three have signed.",
    ),
    "uninformed": (
        "{who} har ikke set den nyeste version.",
        "{who} has not seen the newest version.",
        "Alle tilknyttede skal kende planen.",
        "Everybody attached is to know the plan.",
    ),
    "challenge": (
        "Familien skal svare på teamets spørgsmål.",
        "The family is to answer the team's challenge.",
        "Planen kan ikke godkendes før.",
        "The plan can't be approved before.",
    ),
    "assessment": (
        "En udredning mangler.",
        "An assessment is not done.",
        "Planen kan ikke blive endelig før.",
        "The plan can't be final before.",
    ),
    "information": (
        "Det, der er spurgt om, er ikke kommet.",
        "What was asked for has not come.",
        "Det skal bruges til planen.",
        "It is needed for the plan.",
    ),
    "approval-in-doubt": (
        "Se på tvivlen om godkendelsen.",
        "Look at the doubt about the approval.",
        "Mødet var anderledes, end der stod.",
        "The meeting was otherwise than it stood.",
    ),
    "team-review": (
        "Se på, hvem der er i teamet.",
        "Look at who is on the team.",
        "Planen har ændret sig.",
        "The plan has changed.",
    ),
    "agreed-action": (
        "{who} skal gøre det aftalte.",
        "{who} is to do what was agreed.",
        "Det blev aftalt på et møde.",
        "It was agreed at a meeting.",
    ),
    "deviation": (
        "{who} skal handle på en afvigelse.",
        "{who} is to act on a deviation.",
        "Det går ikke som aftalt, og nogen handler, som mødet aftalte.",
        "It doesn't go as agreed, and somebody acts as the meeting agreed.",
    ),
    "act-on-deviation": (
        "Handl på en afvigelse.",
        "Act on a deviation.",
        "Det går ikke som aftalt, og du er den, der handler.",
        "It doesn't go as agreed, and it is you who acts.",
    ),
    "close-deviation": (
        "Luk afvigelsen, eller tag den med til næste møde.",
        "Close the deviation, or take it to the next meeting.",
        "Der er handlet på den.",
        "It was acted on.",
    ),
    "registration": (
        "{who} skal skrive ned, hvordan det går.",
        "{who} is to record how it goes.",
        "Det blev aftalt på sidste møde, og dagen er gået.",
        "It was agreed at the last meeting, and the day has passed.",
    ),
    "goal": (
        "{who} er ansvarlig for et mål, der ikke er nået.",
        "{who} owns a goal that is not reached.",
        "Dets dag er gået.",
        "Its day has passed.",
    ),
}
"""By kind: what is to happen in Danish and in English, and why in Danish and in English."""
