//! The words the rules go by, both målformer. First guesses, made to be corrected.

/// Full stops after these do not end a sentence.
pub(super) const SHORTENED: &[&str] = &[
    "kl", "bl", "a", "f", "eks", "t", "d", "ca", "nr", "jf", "dvs", "ev", "evt", "mv", "pkt", "s",
];

pub(super) const OPENERS: &[&str] = &[
    "og", "men", "så", "altså", "ja", "nei", "eller", "ok", "nå", "no", "da", "då",
];

/// Forms near speech, and the words they stand for.
pub(super) const DIALECT: &[(&str, &str)] = &[
    ("ka", "hva"),
    ("ke", "hva"),
    ("kæ", "hva"),
    ("å", "å"),
    ("kva", "hva"),
    ("va", "hva"),
    ("koffor", "hvorfor"),
    ("kofor", "hvorfor"),
    ("kåffer", "hvorfor"),
    ("åffer", "hvorfor"),
    ("hvoffor", "hvorfor"),
    ("kvifor", "hvorfor"),
    ("korfor", "hvorfor"),
    ("koffer", "hvorfor"),
    ("korleis", "hvordan"),
    ("kordan", "hvordan"),
    ("korsn", "hvordan"),
    ("kossen", "hvordan"),
    ("koss", "hvordan"),
    ("åssen", "hvordan"),
    ("høssen", "hvordan"),
    ("hvorledes", "hvordan"),
    ("kosn", "hvordan"),
    ("kem", "hvem"),
    ("kven", "hvem"),
    ("ken", "hvem"),
    ("kor", "hvor"),
    ("hvilka", "hvilke"),
    ("kva-for", "hvilke"),
    ("e", "er"),
    ("ska", "skal"),
    ("vil-", "vil"),
    ("dokker", "dere"),
    ("dokke", "dere"),
    ("dåkker", "dere"),
    ("dåkke", "dere"),
    ("dykk", "dere"),
    ("døkk", "dere"),
    ("ikkje", "ikke"),
    ("kje", "ikke"),
    ("ikkj", "ikke"),
    ("ittj", "ikke"),
    ("itj", "ikke"),
    ("itte", "ikke"),
    ("inte", "ikke"),
    ("mæ", "meg"),
    ("fortæll", "fortell"),
    ("samde", "enige"),
    ("samd", "enig"),
    ("einige", "enige"),
    ("einig", "enig"),
    ("usamde", "uenige"),
    ("usamd", "uenig"),
    ("verkeleg", "virkelig"),
    ("òg", "også"),
    ("au", "også"),
    ("me", "vi"),
    ("sjølvsagt", "selvsagt"),
    ("sjølvsagd", "selvsagt"),
    ("sjølvfølgeleg", "selvsagt"),
    ("selvfølgelig", "selvsagt"),
    ("åpenbart", "selvsagt"),
    ("opplagt", "selvsagt"),
];

/// Who or what a verb-first question is about, when it is a small word.
pub(super) const SUBJECTS: &[&str] = &[
    "vi", "dere", "de", "du", "jeg", "eg", "æ", "det", "den", "dette", "denne", "disse", "desse",
    "man", "en", "ein", "ei", "et", "eit", "alle", "noen", "nokon", "noe", "noko", "hver", "kvar",
    "hvert", "kvart", "ingen", "begge", "flere", "fleire", "mange", "få", "dei", "han", "hun",
    "ho", "vår", "våre", "vårt", "vår", "dei", "andre", "rektor", "styrer", "styrar", "ledelsen",
    "leiinga", "foreldre", "barn", "elever", "elevar", "lærere", "lærarar", "ansatte", "tilsette",
    "folk", "vaksne", "voksne", "her", "der", "også",
];

/// Finite verbs that begin a yes/no question.
pub(super) const FINITE: &[&str] = &[
    "er", "var", "blir", "ble", "vert", "vart", "blei", "har", "hadde", "skal", "skulle", "vil",
    "ville", "kan", "kunne", "må", "måtte", "bør", "burde", "tør", "får", "fikk", "fekk", "gjør",
    "gjer", "gjorde", "mener", "meiner", "synes", "synest", "tror", "trur", "vet", "veit", "ser",
    "så", "finner", "trenger", "treng", "ønsker", "ønskjer", "bruker", "brukar", "fungerer",
    "klarer", "greier", "kjenner", "opplever", "deler", "støtter", "stør", "stemmer", "virker",
    "verkar", "jobber", "jobbar", "arbeider", "følger", "følgjer", "tar", "tek", "gir", "gjev",
    "passer", "passar", "skjer", "går", "står", "forstår", "skjønner", "skjønar", "lærer", "lærte",
    "kommer", "kjem", "rekker", "rekk", "når", "lykkes", "lukkast", "lykkast", "trives", "trivst",
    "finnes", "finst", "møtes", "møtest", "høres", "høyrest", "føles", "kjennes", "kjennest",
    "trengs", "trengst", "snakkes", "nås", "fins", "gjelder", "gjeld", "holder", "held", "sitter",
    "sit", "ligger", "ligg", "søv", "sover", "syng", "synger", "lar", "lèt", "heter", "heiter",
    "husker", "hugsar", "liker", "likar", "leker", "leikar", "føler", "kjem", "fell", "veks",
];

/// Nynorsk presents that read as commands until a subject follows.
pub(super) const PRESENT_OR_COMMAND: &[&str] = &[
    "les", "skriv", "set", "syng", "fortel", "vel", "finn", "hald", "held", "tek", "legg", "tel",
    "teikn", "ta", "gi", "gje", "spør", "sit", "søv", "et", "drikk", "kjem", "lyt", "vert", "stel",
    "gøym", "byrj", "grev", "rek", "sov", "treng", "trekk", "still", "sel", "svar", "del", "lag",
    "stå", "hjelp", "følg", "bygg", "meld", "møt", "bruk", "slepp", "gjev",
];

/// Commands that set a task.
pub(super) const COMMANDS: &[&str] = &[
    "beskriv", "forklar", "fortell", "fortel", "drøft", "diskuter", "reflekter", "undersøk",
    "utforsk", "velg", "vel", "trekk", "noter", "del", "gi", "gje", "gjev", "sammenlign",
    "samanlikn", "forhandle", "forhandl", "formuler", "ta", "begrunn", "grunngi", "grunngje",
    "belys", "tenk", "skriv", "finn", "lag", "skildre", "skildr", "les", "sorter", "ranger",
    "marker", "merk", "list", "se", "sjå", "samle", "saml", "samtal", "snakk", "vurder",
    "prioriter", "oppsummer", "presenter", "vis", "sett", "set", "tegn", "teikn", "bruk", "gå",
    "legg", "fyll", "svar", "plasser", "knytt", "koble", "kople", "lytt", "observer", "prøv",
    "planlegg", "spør", "still", "intervju", "stryk", "understrek", "kom", "lever", "husk", "hugs",
    "nevn", "nemn", "utdyp", "utdjup", "analyser", "tolk", "kommenter", "identifiser", "kartlegg",
    "bli", "bytt", "send", "last", "film", "fotografer", "forbered", "førebu", "jobb", "arbeid",
    "heng", "grupper", "argumenter", "ha", "la", "lat", "dann", "pek", "peik", "hent", "bring",
    "forestill", "førestill", "illustrer", "diskutér", "reflektér", "stikkord", "øv", "test",
];

/// What a task asks for, in the infinitive.
pub(super) const TASKS: &[&str] = &[
    "beskrive", "forklare", "fortelle", "fortelje", "drøfte", "diskutere", "reflektere",
    "undersøke", "undersøkje", "utforske", "velge", "velje", "trekke", "trekkje", "notere", "dele",
    "gi", "gje", "gjeve", "sammenligne", "samanlikne", "forhandle", "formulere", "ta", "begrunne",
    "grunngi", "belyse", "tenke", "tenkje", "skrive", "finne", "lage", "skildre", "lese",
    "sortere", "rangere", "markere", "merke", "liste", "samle", "samtale", "snakke", "vurdere",
    "prioritere", "oppsummere", "presentere", "vise", "utdype", "utdjupe", "si", "seie", "nevne",
    "nemne", "komme", "analysere", "kartlegge", "kartleggje", "planlegge", "planleggje", "svare",
    "forberede", "førebu", "legge", "leggje", "sette", "setje", "bli", "se", "sjå", "fylle",
    "kommentere", "identifisere", "intervjue", "observere", "utveksle", "idémyldre", "bruke",
];

/// What *kan du* politely asks for.
pub(super) const REQUESTED: &[&str] = &[
    "beskrive", "forklare", "fortelle", "fortelje", "skildre", "utdype", "utdjupe", "si", "seie",
    "gi", "gje", "reflektere", "tenke", "tenkje", "dele", "skrive", "notere", "nevne", "nemne",
    "vise", "formulere", "oppsummere", "presentere", "begrunne", "grunngi", "drøfte", "diskutere",
    "lage", "finne", "velge", "velje", "trekke", "trekkje", "komme", "kome", "legge", "leggje",
    "sammenligne", "samanlikne", "peke", "peike", "lese", "ta", "hente", "liste", "tegne",
    "teikne", "intervjue", "prøve", "gitt", "gjeve", "fortalt", "beskrevet", "delt", "vist", "sagt",
];

/// What a task asks for, in the present.
pub(super) const DOING: &[&str] = &[
    "beskriver", "beskriv", "forklarer", "forklarar", "forteller", "fortel", "drøfter", "drøftar",
    "diskuterer", "reflekterer", "undersøker", "undersøkjer", "utforsker", "utforskar", "velger",
    "vel", "trekker", "trekkjer", "noterer", "deler", "gir", "gjev", "sammenligner", "samanliknar",
    "forhandler", "forhandlar", "formulerer", "tar", "tek", "begrunner", "grunngir", "belyser",
    "tenker", "tenkjer", "skriver", "skriv", "finner", "finn", "lager", "lagar", "skildrar",
    "leser", "les", "sorterer", "rangerer", "markerer", "merker", "merkjer", "samler", "samlar",
    "samtaler", "samtalar", "snakker", "snakkar", "vurderer", "prioriterer", "oppsummerer",
    "presenterer", "viser", "utdyper", "kommer", "kjem", "analyserer", "planlegger", "planlegg",
    "svarer", "svarar", "forbereder", "førebur", "legger", "legg", "setter", "set", "bytter",
    "byter", "bytar", "henger", "heng", "fyller", "fyller", "bruker", "brukar", "ser", "går",
    "leverer", "intervjuer", "intervjuar", "øver", "øvar", "prøver", "prøver", "byggjer", "bygger",
    "lytter", "lyttar", "observerer", "får", "stiller", "blir", "plasserer", "utvekslar",
    "utveksler",
];

/// Task words in the passive.
pub(super) const DONE: &[&str] = &[
    "beskrives", "noteres", "deles", "skrives", "drøftes", "diskuteres", "velges", "samles",
    "formuleres", "presenteres", "oppsummeres", "leses", "sorteres", "prioriteres", "fortelles",
    "trekkes", "merkes", "lages", "vurderes", "reflekteres", "begrunnes", "forberedes", "fylles",
    "henges", "plasseres", "sammenlignes", "rangeres", "kartlegges", "tas", "legges", "markeres",
    "noterast", "delast", "skrivast", "drøftast", "diskuterast", "veljast", "samlast",
    "formulerast", "presenterast", "lesast", "sorterast", "prioriterast", "oppsummerast", "vurderast",
    "leverast", "leveres", "gis", "utveksles", "listes", "svares", "besvares", "utarbeides",
];

/// Task words as they stand after *blir* and *vert*.
pub(super) const BEEN: &[&str] = &[
    "delt", "delte", "notert", "noterte", "skrevet", "skrive", "skrivne", "drøftet", "drøfta",
    "diskutert", "diskuterte", "samlet", "samla", "presentert", "presenterte", "lest", "lesne",
    "lese", "oppsummert", "oppsummerte", "vurdert", "vurderte", "sortert", "sorterte", "valt",
    "valgt", "valde", "formulert", "formulerte", "hengt", "hengde", "levert", "leverte",
];

/// Those who are set to a task in a statement.
pub(super) const DOERS: &[&str] = &[
    "hver", "kvar", "hvert", "kvart", "alle", "dere", "de", "gruppene", "gruppa", "gruppen",
    "gruppen", "gruppene", "parene", "para", "deltakerne", "deltakarane", "deltakarar", "deltakere",
    "teamene", "teama", "trinnene", "trinna", "avdelingene", "avdelingane", "gruppene", "gruppe",
    "gruppane", "gruppene", "parene", "reporteren", "ordstyreren", "ordstyraren", "én", "ein",
    "en", "to", "tre", "du", "vi", "man", "begge", "lærerne", "lærarane", "pedagogene", "ansatte",
    "leder", "leiar", "møteleder", "møteleiar", "pedleder", "pedleiar", "sekretæren", "rektor",
    "styrer", "styrar", "deltaker", "deltakar", "lærer", "lærar", "reporter", "ordstyrer",
];

pub(super) const QUESTION_WORDS: &[&str] =
    &["hva", "hvordan", "hvorfor", "hvilke", "hvilken", "hvilket", "hvilke", "hvem", "hvor", "når"];

/// Question words that leave room for an answer of one's own.
pub(super) const OPEN_WORDS: &[&str] =
    &["hva", "hvordan", "hvorfor", "hvilke", "hvilken", "hvilket"];

/// A part before a comma that only sets the scene.
pub(super) const SCENE: &[&str] = &[
    "når", "da", "då", "i", "hos", "på", "etter", "før", "hvis", "viss", "om", "med", "mens",
    "medan", "ut", "ifølge", "dersom", "nå", "no", "ved", "for", "under", "som", "siden", "sidan",
    "gitt", "til", "fra", "frå", "utover", "tenk", "basert", "utenom", "uten", "utan", "etter",
    "dere", "de", "akkurat", "her", "der", "sett", "blant", "mellom", "gjennom", "selv", "sjølv",
    "dei", "fordi", "idet",
];

/// Small words in front of a question word: «i hvilke situasjoner».
pub(super) const PREPOSITIONS: &[&str] = &[
    "i", "på", "med", "av", "til", "for", "fra", "frå", "hos", "under", "ved", "gjennom", "om",
    "etter", "mot", "innen", "innenfor",
];

/// Worth that *hvor* takes for granted.
pub(super) const WORTH: &[&str] = &[
    "viktig", "viktige", "nyttig", "nyttige", "bra", "flott", "fint", "fine", "lærerikt",
    "lærerik", "verdifullt", "verdifull", "nødvendig", "naudsynt", "avgjørende", "avgjerande",
    "positivt", "positiv", "glade", "glad", "dårlig", "dårleg", "ille", "alvorlig", "alvorleg",
    "urimelig", "urimeleg", "trist", "betydningsfullt", "vellykket", "vellukka", "inspirerende",
    "inspirerande", "bedre", "betre", "verre", "meningsfullt", "meiningsfullt", "sentralt",
];

/// What *hvorfor er det* takes for granted.
pub(super) const RIGHT: &[&str] = &[
    "viktig", "riktig", "nødvendig", "rett", "naudsynt", "lurt", "bra", "best", "avgjørende",
    "avgjerande", "greit", "fornuftig", "uheldig", "galt", "feil",
];

/// Words that cannot end a choice between two things.
pub(super) const NO_CHOICE: &[&str] = &[
    "ikke", "ei", "noe", "noko", "noen", "nokon", "andre", "annet", "anna", "lignende", "liknande",
    "kommentarer", "kommentarar", "innspill", "innspel", "uenig", "uenige", "flere", "fleire",
    "spørsmål", "liknande", "tilsvarende", "tilsvarande", "forslag", "mer", "meir", "nei",
];

/// Verbs that set up a choice: «Skal vi bruke A eller B?»
pub(super) const CHOOSING: &[&str] = &[
    "skal", "vil", "bør", "burde", "er", "var", "ønsker", "ønskjer", "foretrekker", "føretrekkjer",
    "passer", "passar", "kan", "må", "velger", "vel", "tar", "tek", "går", "liker", "likar",
    "trenger", "treng", "gjelder", "gjeld",
];

pub(super) const TAGS: &[&str] = &[
    "ikke sant", "eller hva", "eller", "sant", "vel", "er du ikke enig", "er dere ikke enige",
    "stemmer det", "ikke sant då", "ikke sant da", "er vi ikke enige", "hva", "synes dere ikke",
    "ikke", "er de ikke enige", "er vi enige",
];

pub(super) const SEAMS: &[&str] = &[
    " og hva ", " og hvordan ", " og hvorfor ", " og hvem ", " og når ", " og kva ",
    " og korleis ", " og kvifor ", " og kven ", " samt hva ", " samt hvordan ", " samt kva ",
];

/// Whether a word is one the rules go by, and so no name.
pub(super) fn is_known(word: &str) -> bool {
    [FINITE, COMMANDS, QUESTION_WORDS, SCENE, SUBJECTS, OPENERS].iter().any(|it| it.contains(&word))
        || ["individuelt", "først", "deretter", "til slutt", "sammen", "saman"].contains(&word)
}
