"""The code systems, and a type for the codes of each. A field takes one of these, never a bare `Code`."""

from typing import Annotated

from contracts.meaning import CodeSystem, DataClass, Special
from contracts.shapes import Code

DEPARTMENTS = CodeSystem(
    "departments",
    "A department of the municipality, as `helhed.contacts.department-registered.v1` named it.",
    "school",
    free=True,
    data_class=DataClass.ORGANISATION,
)
LEGAL_BASES = CodeSystem(
    "legal-bases",
    "A paragraph of Danish law: law, §, number, as in contracts/legal_bases.py. Each has a term in which it can be used.",
    "barnets lov § 32",
    special=Special.HEALTH,
)
ICF = CodeSystem(
    "icf",
    "A domain of WHO's International Classification of Functioning, Disability and Health, such as d7.",
    "d7",
    special=Special.HEALTH,
)
FSIII = CodeSystem(
    "fsiii-results",
    "The result of a follow-up in Fælles Sprog III: E1 goes on, E2 changed, E3 ended, E4 visited anew. `cancelled` is "
    "ours: it never began.",
    "E3",
)
PROFESSIONS = CodeSystem(
    "professions",
    "What a professional is, by the municipality's own list. Authority in a case: contracts/casework.py.",
    "health-visitor",
    free=True,
)
FUNCTIONS = CodeSystem(
    "functions",
    "What a professional does in one family's case, by the municipality's own list. contracts/casework.py names those "
    "with authority.",
    "caseworker",
    free=True,
)
COMPETENCES = CodeSystem(
    "competences", "What a professional can do, by the municipality's own list.", "certified-coach", free=True
)
PURPOSES = CodeSystem(
    "purposes",
    "What somebody may use it for (formål), by the municipality's own list.",
    "schooling",
    free=True,
)
SCOPES = CodeSystem(
    "consent-scopes",
    "What is shared by a consent, by the municipality's own list; `family-plan` is the plan.",
    "family-plan",
    free=True,
)
EVIDENCE = CodeSystem(
    "consent-evidence",
    "How a consent was given, by the municipality's own list.",
    "said-at-meeting",
    free=True,
)
REASONS = CodeSystem(
    "reasons",
    "Why, by the municipality's own list: never a sentence about somebody.",
    "moved-away",
    free=True,
)
TOPICS = CodeSystem("topics", "What it is about, by the municipality's own list.", "home-support", free=True)
DOMAINS = CodeSystem(
    "assessment-domains",
    "What is looked into, by the municipality's own list; an area of a family's life.",
    "health",
    free=True,
    special=Special.HEALTH,
)
METHODS = CodeSystem(
    "assessment-methods",
    "ICS: Integrated Children's System; VUM: Voksenudredningsmetoden; ICF: WHO's classification; or another.",
    "ics",
)
PROGRAMMES = CodeSystem(
    "programmes", "A programme that families are referred to, by its own code.", "familier-paa-vej", free=True
)
PROGRAMME_GROUPS = CodeSystem(
    "programme-groups", "A programme's own groups of families.", "first-group", free=True
)
SOURCES = CodeSystem(
    "referral-sources", "Where a referral came from, by the municipality's own list.", "school", free=True
)
RELATIONS = CodeSystem(
    "relations",
    "How a supporter is related to the family, by the municipality's own list.",
    "aunt",
    free=True,
)
ID_SYSTEMS = CodeSystem(
    "id-systems",
    "Whose id of a person it is, `cpr` among them, by the municipality's own list.",
    "school-system",
    free=True,
)
INTERVENTION_KINDS = CodeSystem(
    "intervention-kinds",
    "What an intervention is, by the municipality's own list; those of employment stand at "
    "`helhed.plans.intervention-added.v1`.",
    "wage-subsidy",
    free=True,
)
OFFER_KINDS = CodeSystem(
    "offer-kinds",
    "What an offer of the catalogue is, by the municipality's own list: those of the reference data are in "
    "deploy/catalogue/offers.yaml.",
    "conversation-group",
    free=True,
    special=Special.HEALTH,
)
PLACES = CodeSystem(
    "places",
    "Where a family meets an offer, by the municipality's own list: two offers in one place have one code.",
    "activity-house",
    free=True,
    data_class=DataClass.ORGANISATION,
)
PROJECTS = CodeSystem(
    "earlier-projects",
    "A project of before that an offer draws on, by the municipality's own list.",
    "brug-for-alle",
    free=True,
)
TEMPLATES = CodeSystem(
    "form-templates",
    "An assessment form: cross-cutting, extended or rehab-preparation; a new version of one has a new code.",
    "cross-cutting",
)
SECTIONS = CodeSystem("form-sections", "A section of an assessment form's template.", "home-and-economy")
RECOMMENDATIONS = CodeSystem(
    "rehab-recommendations",
    "What a rehabilitation team recommends, by the municipality's own list.",
    "resource-course",
    free=True,
    special=Special.HEALTH,
)
INSTRUMENTS = CodeSystem(
    "instruments",
    "What is measured with, by the municipality's own list; each baseline says its scale.",
    "days-at-school",
    free=True,
)
AXES = CodeSystem(
    "wheel-axes",
    "A fixed area of a progression wheel, by the municipality's own list; `job`, `health` and `family-social` are those "
    "of the small steps.",
    "job",
    free=True,
)
OCCUPATION_KINDS = CodeSystem(
    "occupation-kinds",
    "What somebody does, within its kind, by the municipality's own list.",
    "football",
    free=True,
)
INTERVALS = CodeSystem("intervals", "How often, by the municipality's own list.", "weekly", free=True)
TRAINING_KINDS = CodeSystem(
    "training-kinds",
    "What a training is, by the municipality's own list: `kick-off`, `seminar`, `theme`, `workshop`, `the-conversation`, "
    "`empowering-communication`, `new-roles`, `network-meeting`.",
    "kick-off",
    free=True,
)
GUIDES = CodeSystem(
    "guides",
    "A guide for those who work with families: `coordinator`, `rehabilitation-case` and `network-meeting` are shipped.",
    "coordinator",
    free=True,
)
EFFECT_AREAS = CodeSystem(
    "effect-areas",
    "What an effect of a programme is about, by the municipality's own list, such as `economy`.",
    "employment",
    free=True,
)
AREAS = CodeSystem(
    "areas",
    "The part of the municipality that a group course starts from, by the municipality's own list.",
    "north",
    free=True,
)
RULES = CodeSystem("rules", "A rule of docs/rules.md, in small letters.", "inv-20")
REFUSALS = CodeSystem(
    "refusals", "A code of docs/rules.md: what would be refused today, or was refused.", "no_adult_present"
)
PLAN_CHANGES = CodeSystem(
    "plan-changes", "What moved the plan: the name of plans' event.", "focus-area-added"
)

DepartmentCode = Annotated[Code, DEPARTMENTS]
LegalCode = Annotated[Code, LEGAL_BASES]
IcfCode = Annotated[Code, ICF]
ProfessionCode = Annotated[Code, PROFESSIONS]
FunctionCode = Annotated[Code, FUNCTIONS]
CompetenceCode = Annotated[Code, COMPETENCES]
PurposeCode = Annotated[Code, PURPOSES]
ScopeCode = Annotated[Code, SCOPES]
EvidenceCode = Annotated[Code, EVIDENCE]
ReasonCode = Annotated[Code, REASONS]
TopicCode = Annotated[Code, TOPICS]
DomainCode = Annotated[Code, DOMAINS]
ProgrammeCode = Annotated[Code, PROGRAMMES]
ProgrammeGroupCode = Annotated[Code, PROGRAMME_GROUPS]
SourceCode = Annotated[Code, SOURCES]
RelationCode = Annotated[Code, RELATIONS]
IdSystemCode = Annotated[Code, ID_SYSTEMS]
InterventionKindCode = Annotated[Code, INTERVENTION_KINDS]
OfferKindCode = Annotated[Code, OFFER_KINDS]
PlaceCode = Annotated[Code, PLACES]
ProjectCode = Annotated[Code, PROJECTS]
TemplateCode = Annotated[Code, TEMPLATES]
SectionCode = Annotated[Code, SECTIONS]
RecommendationCode = Annotated[Code, RECOMMENDATIONS]
InstrumentCode = Annotated[Code, INSTRUMENTS]
IntervalCode = Annotated[Code, INTERVALS]
RuleCode = Annotated[Code, RULES]
RefusalCode = Annotated[Code, REFUSALS]
PlanChangeCode = Annotated[Code, PLAN_CHANGES]
TrainingCode = Annotated[Code, TRAINING_KINDS]
GuideCode = Annotated[Code, GUIDES]
EffectCode = Annotated[Code, EFFECT_AREAS]
AxisCode = Annotated[Code, AXES]
AreaCode = Annotated[Code, AREAS]
OccupationCode = Annotated[Code, OCCUPATION_KINDS]
