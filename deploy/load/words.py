"""What generated people are called and say. All of it is invented."""

FIRST_ADULT = (
    *(
        "Agnete",
        "Birgit",
        "Camilla",
        "Ditte",
        "Eva",
        "Gerda",
        "Hanne",
        "Ida",
        "Jytte",
        "Kirsten",
        "Lis",
        "Maja",
    ),
    *(
        "Anton",
        "Bjarke",
        "Claus",
        "Dennis",
        "Emil",
        "Finn",
        "Gustav",
        "Hjalmar",
        "Ivan",
        "Jakob",
        "Kaj",
        "Yusuf",
    ),
)
FIRST_CHILD = (
    *("Alberte", "Bella", "Clara", "Dagny", "Esther", "Filippa", "Gry", "Hanna", "Isa", "Johanne"),
    *("Aksel", "Bertil", "Carl", "Dani", "Elias", "Felix", "Hector", "Ilyas", "Jeppe", "Konrad"),
)
LAST = (
    *("Askebjerg", "Brandholm", "Cederlund", "Damsbo", "Egelykke", "Fuglsang Vig", "Gammelmark", "Hyldebo"),
    *("Iversholt", "Klitgaard Riis", "Lyngholt", "Mosebæk", "Nordlund Eg", "Ravnsbjerg", "Solvang Hede"),
    *("Tranekær", "Vesterlund", "Østerbæk", "Åkjær", "Bøgelund"),
)

WISHES = (
    "I want mornings without shouting.",
    "I want to sleep the whole night.",
    "I want somebody to play with after school.",
    "I want us to eat together again.",
    "I want to know who is coming, and when.",
    "I want to be better at counting.",
    "I want a job that I can hold on to.",
    "I want to open the letters without being afraid.",
)
AREAS = (
    ("Everybody comes to school and work in the morning", None),
    ("The child is happy at school", "education"),
    ("The bills are paid", "self-support"),
    ("Work that can be held on to", "employment"),
    ("Something to do after school", "leisure"),
    ("Nights with sleep", "health"),
    ("A home with room for everybody", "home"),
    ("Grown-ups who agree", "care"),
)
"""Titles of focus areas, and the element that each is about."""
GOALS = (
    ("We have breakfast together", "Bags are packed the evening before", "I pack my own bag"),
    ("I am at school every day", "I come by bike with a friend", "I check my tyres on Sunday"),
    ("We know what we can spend", "We look at the account on Fridays", "I put the receipts in the box"),
    ("I sleep through the night", "The screen is off at nine", "I put the charger in the kitchen"),
    ("We talk without shouting", "We take ten minutes after dinner", "I say it when I need a break"),
    ("I am tired from work, not from waiting", "I write one application a week", "I call one place today"),
)
"""A goal, one below it, and one below that."""
WORDINGS = (
    "A shared routine on school days",
    "Attendance of at least four days a week",
    "A budget that is followed for three months",
)
PARTS = (
    "I get up half an hour earlier.",
    "I call if I can't come.",
    "I help my sister with her bag.",
    "I go to bed when we have agreed.",
    "I open the letters on the day they come.",
)
LEISURE = (
    "Football on Tuesdays.",
    "Swimming on Saturdays.",
    "The scouts, every other week.",
    "Drawing club.",
)
SUCCESSES = (
    "Everybody was at the table at seven!",
    "Three days at school in a row.",
    "We laughed at dinner.",
    "The bag was packed without anybody asking.",
    "I called the adviser by myself.",
)
NOTES = ("Better than last week.", "A hard week, but we kept to it.", "It goes by itself now.")
PROMISES = ("Call the club about a place", "Find the old report", "Ask the neighbour about the bikes")
EMERGENCIES = (
    "The neighbour called: the children are alone.",
    "The parents don't answer, and a child was taken ill.",
    "The police ask whom to call tonight.",
)
WITHOUT_PRE_MEETING = (
    "The family knows everybody already.",
    "The family wanted to begin with the team at once.",
)
DEVIATION = "Whoever sees it calls the coordinator the same day."
DEVIATIONS = (
    "Nobody came on Monday.",
    "The place at the club was given to somebody else.",
    "He has not been at school since the holidays.",
)
ACTIONS = (
    "The coordinator called, and a new day is agreed.",
    "We met at the school.",
    "A new place is found.",
)
MOVED = ("I called the shop by myself.", "We sleep better.", "It is hard again.")
MISTAKES = ("A wrong key.", "It was another week.", "It was her brother's.")
PARTNERS = ("The rowing club", "The second-hand shop", "The library's homework café")
CONTACTS = ("The family knows them.", "They see each other every week.", "The family asked for it.")
ALTERNATIVES = ("A colleague could have passed it on.", "Advice to the coordinator was considered.")
"""What was considered instead of one more contact."""
