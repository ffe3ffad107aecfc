"""Lines that belong to the site and not to the article, told by what they are made of."""

import re
from collections.abc import Sequence
from functools import cache

from tidings.grammar.layout.features import Line
from tidings.lexicon import words

__all__ = [
    "about_author",
    "about_outlet",
    "about_translation",
    "furniture",
    "is_contact",
    "opens_as_furniture",
    "staff_line",
]

YOURS = re.compile(
    r"\b(?:you|your|yours|our newsletter|our app|sign up|subscribe|subscribing|newsletters?|inbox|cookies?|your browser|javascript|password)\b",
    re.IGNORECASE,
)
TRAIL = re.compile(r"(?:home|home page|front page|main)\s?(?:>{1,2}|»|›|/|\|)\s", re.IGNORECASE)
# A page that a program translated says so at its end.
TRANSLATED = re.compile(
    r"\b(?:machine|automatic(?:ally)?|computer)[- ](?:translat|generated translat)|\btranslated (?:automatically|by (?:a )?machine|(?:by|with|using) (?:google|deepl|yandex|ai|artificial))",
    re.IGNORECASE,
)
# What only a site says to its reader.
PITCH = re.compile(
    r"\bclick here\b|\b(?:valid|your|enter an?) e-?mail\b|\bsign up (?:for|to)\b|\bsubscribe (?:to|for|now)\b|\bour (?:newsletters?|app|channel|readers)\b"
    r"|\b(?:your|free) account\b|\bpremium content\b|\blog in\b|\bterms of (?:use|service)\b|\bprivacy policy\b|\byour inbox\b|\bmake a donation\b"
    r"|\bhelp us (?:keep|continue)\b|\bad.?blocker\b|\b(?:enable|turn on|activate|requires?) javascript\b"
    r"|\b(?:view|read|open) (?:this |it |the )?(?:\w+ )?(?:in|online in) (?:your |a |the )?(?:web )?browser\b|\bforwarded (?:to you|this)\b"
    r"|\byou(?: are|['’]re)? receiv(?:e|ed|ing) this\b|\bunsubscribe\b|\bopt out\b|\bmanage (?:your )?(?:subscriptions?|preferences)\b"
    r"|\bbecome a (?:member|subscriber|supporter|patron)\b|\bsupport (?:independent|quality|local|our) journalism\b"
    r"|\bchip in\b.{0,20}(?:[€$£]|\beuros?\b|\bdollars?\b)|\bbuy (?:me|us|(?:the )?[^\W\d_a-z][\w’'-]{1,20}(?: [^\W\d_a-z][\w’'-]{1,20})?) a (?:coffee|beer)\b|\bgot a (?:story|tip)\?|\bthis page (?:was|has been|is)\b"
    r"|\breport a problem\b|\b(?:page|\A\W*) ?printed from\b|\bbefore (?:you print|printing)\b|\bwas this (?:page|article|story) \w+\b"
    r"|\A\W{0,3}(?:(?:together|in partnership) with|(?:presented|sponsored|supported) by|brought to you by|a (?:message|word) from (?:our|the) sponsors?)\s?:"
    r"|\bexternal (?:sender|e-?mail|message)\b|\bthis (?:e-?mail|message) (?:originated|was sent) from outside\b|\bdo not click (?:on )?(?:any )?(?:links?|attachments?)\b"
    r"|\bupgrade to paid\b|\bthanks for (?:reading|subscribing)\b|\bthis post is public\b|\bfree to share (?:it|this)\b"
    r"|\btranscripts? (?:was|were|is|are|has been|have been) (?:created|produced|provided|generated|prepared|compiled)\b|\bauthoritative record of\b"
    r"|\bforward (?:this|it)? ?(?:letter |e-?mail |newsletter )?to a friend\b|\b(?:show|hide) key events\b",
    re.IGNORECASE,
)
# What an interview says of itself.
NOTE = re.compile(
    r"(?:this|the|our) (?:interview|conversation|transcript|exchange)\b.{0,60}\b(?:edited|condensed|shortened|abridged)\b",
    re.IGNORECASE,
)
# Who took a picture, and nothing of what it shows.
TAKEN = re.compile(
    r"(?i:photo(?:graph)?|image|picture|illustration|video|graphic)s?(?i: by| credit)?\s?:\s?(?:[^\W\d_a-z][\w.’'-]{0,30}|/|\||©)(?:[\s,/|]{1,3}(?:[^\W\d_a-z][\w.’'-]{0,30}|of|the|and|for|via)){0,9}\W{0,2}"
)
QUOTED = re.compile(r"[“”«»\"]|\b(?:said|told|says)\b")
# Where a reader reaches somebody: a mailbox, a telephone.
MAILBOX = re.compile(r"[\w.-]+@[\w-]+\.\w{2,}")
TELEPHONE = re.compile(
    r"(?:\+|\b00)\d[\d ()-]{6,}\d|\b(?:tel|phone|fax|mobile)\b\W{0,3}\(?\+?\d|\(\d{3}\) \d{3}-\d{4}|\b\d{3}-\d{3,4}-\d{4}\b",
    re.IGNORECASE,
)
CLOCK = re.compile(r"\W{0,3}\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?\W{0,3}", re.IGNORECASE)
FOLLOW = re.compile(
    r"\bfollow (?:him|her|them|us|@)|@\w{3,}|\be-?mail (?:him|her|them)|\byou can reach|\b(?:He|She|They) (?:is|are) based in|\bfor (?:the|The) [A-Z]",
    re.ASCII,
)
STAFF = re.compile(
    r"\W{0,2}(?i:additional |further )?(?i:reporting|writing|editing|compiled|written|edited|translated|produced)"
    r"(?i: and (?:writing|editing))? by [^\W\d_a-z]"
    r"|\W{0,2}(?i:with (?:an? )?(?:additional |further )?(?:reports?|reporting|files|contributions?) (?:from|by) )(?:[^\W\d_a-z][\w.’'-]{0,30}|and|in|of|the)(?:[\s,/]{1,2}(?:[^\W\d_a-z][\w.’'-]{0,30}|and|in|of|the)){0,9}\W{0,3}\Z"
)
BIO = re.compile(
    r"(?:\w[\w.’'-]{0,30}\s){1,5}?(?:is|are|was|has been|covers|writes|reports|joined)\b[^.]{0,200}\b(?:writer|reporter|editor|correspondent|columnist|author|journalist|fellow|professor|contributor|contributing|bureau|newsroom|covers|covering)\b"
)
OUTLET = re.compile(
    r"(?:The )?[^\W\d_a-z][^.,]{1,60}(?:, [^.,]{3,80},)? is (?:a|an|the|one of|among|part of)\b[^.]{0,120}"
    r"\b(?:news (?:organi[sz]ation|agency|outlet|site|website|provider|division|service|source)|newspaper|newsroom|magazine|broadcaster|multimedia|publisher)\b"
)
PRESENT = re.compile(
    r"[^\W\d_a-z][\w’'-]{0,30}(?: [^\W\d_a-z][\w’'.-]{0,30}){0,3} (?:is|was|has|covers|writes|reports|leads|edits|works|joined|[a-z]{2,12}s(?=,| and | for ))\b"
)
SUFFIXED = re.compile(r"\w{2,30}?(icon|button|link|menu|logo)\b", re.IGNORECASE)
# How often a paper appears, in its masthead: "Published every other Friday by Ann Orla".
PERIODICAL = re.compile(
    r"(?:[^.]{0,60}\s)?(?:published|appears|printed|issued|sent|out) (?:every|each|weekly|daily|monthly|fortnightly|twice|once|since|on (?:mon|tues|wednes|thurs|fri|satur|sun)days)\b",
    re.IGNORECASE,
)
SECTIONS, SECTION_STOPS, SECTION_SHARE = (
    5,
    0.1,
    0.35,
)  # words of a row of a site's parts, of them function words and names of parts
PIECES, PIECE = 4, 8  # of a bar, and words of one
CONTACT_LENGTH = 300  # characters
CONTACT = 25  # words of a line with an address to write to
REASONS = (
    ("masthead", PERIODICAL),
    ("icons", re.compile(r"(?:icon[\w -]{0,20}){3}", re.IGNORECASE)),
    ("cookie", re.compile(r"cookie|consent|privacy|gdpr", re.IGNORECASE)),
    ("comments", re.compile(r"repl(?:y|ies)\b|comment|e-?mail address|required fields", re.IGNORECASE)),
    (
        "subscribe",
        re.compile(
            r"subscri|newsletter|sign up|inbox|donate|support us|follow us|telegram|youtube|whatsapp",
            re.IGNORECASE,
        ),
    ),
    ("share", re.compile(r"\bshare|tweet|\bprint\b|facebook|copy link|flipboard|linkedin", re.IGNORECASE)),
    (
        "advertisement",
        re.compile(
            r"advert|sponsor|promoted|partner content|(?:together|in partnership) with|(?:presented|supported|brought to you) by",
            re.IGNORECASE,
        ),
    ),
    ("copyright", re.compile(r"©|copyright|all rights reserved|reproduction", re.IGNORECASE)),
    ("navigation", re.compile(r"\b(?:next|previous|back to|skip to|scroll)\b", re.IGNORECASE)),
    (
        "related",
        re.compile(
            r"\b(?:read|related|see also|more|you (?:might|may)|recommended|stories|trending|popular)\b", re.IGNORECASE
        ),
    ),
)


def staff_line(line: Line) -> bool:
    """Whether a line names who reported, wrote and edited."""
    return line.count <= 40 and STAFF.match(line.text) is not None


def about_author(line: Line, authors: Sequence[str]) -> bool:
    """Whether a line presents the author, whose name stands elsewhere on the page too."""
    if line.count > 120:
        return False
    says_who = BIO.match(line.text) is not None
    names = {part.casefold() for name in authors for part in (name, name.split()[-1]) if len(part) > 2}
    if any(line.text.casefold().startswith(name) for name in names):
        return says_who or (PRESENT.match(line.text) is not None and FOLLOW.search(line.text) is not None)
    return says_who and FOLLOW.search(line.text) is not None


def about_outlet(line: Line) -> bool:
    """Whether a line at the edge of a page presents the outlet itself."""
    return line.count <= 80 and OUTLET.match(line.text) is not None and not QUOTED.search(line.text)


def opens_as_furniture(line: Line) -> bool:
    """Whether a line opens with words that lines of furniture open with; one word counts in no sentence."""
    opening = openings().match(line.text.lstrip("[(-–—•▶►→»>›+* "))
    return opening is not None and (" " in opening.group() or not line.prose or line.pages >= 2)


@cache
def openings() -> re.Pattern[str]:
    """What lines of the site's furniture open with, longest first."""
    listed = sorted(words("page_openings.txt"), key=lambda o: (-len(o), o))
    return re.compile("(?:" + "|".join(re.escape(o) for o in listed) + r")(?!\w)", re.IGNORECASE)


def furniture(line: Line) -> str | None:
    """Why a line is furniture of the site; None where it may belong to the article."""
    if is_link(line):
        return "related"
    if not is_furniture(line):
        return None
    return "navigation" if is_row_of_sections(line) or is_bar(line) else reason(line.text)


def is_row_of_sections(line: Line) -> bool:
    """Whether a line lists the parts of a site."""
    return (
        line.count >= SECTIONS
        and line.stops < SECTION_STOPS
        and not line.terminal
        and sections(line.text) >= SECTION_SHARE
    )


def is_bar(line: Line) -> bool:
    """Whether a line is a bar of a site's parts or services: four short pieces or more with upright strokes between."""
    pieces = line.text.split(" | ")
    return len(pieces) >= PIECES and not line.terminal and all(0 < len(piece.split()) <= PIECE for piece in pieces)


def about_translation(line: Line) -> bool:
    """Whether a line at the edge of a text says that a program translated it."""
    return line.count <= 30 and TRANSLATED.search(line.text) is not None and not QUOTED.search(line.text)


def is_link(line: Line) -> bool:
    """Whether the markup makes one link of a short line."""
    return line.marked.linked > 0.8 and line.count < 25


def is_furniture(line: Line) -> bool:
    """Whether a line by itself is the site's and not an article's."""
    if line.count == 0 or line.code > 0.06:
        return True
    if line.terminal and line.text[0] in '“"«‘':
        return False
    if (line.count <= 25 and NOTE.match(line.text)) or TAKEN.fullmatch(line.text):
        return True
    if is_doubled(line.text) or is_trail(line):
        return True
    if line.count <= 16 and PERIODICAL.match(line.text):
        return True
    if CLOCK.fullmatch(line.text[:40]) or (
        line.count <= 30 and PITCH.search(line.text) and not QUOTED.search(line.text)
    ):
        return True
    if "©" in line.text[:80] and line.count <= 40:
        return True
    if opens_as_furniture(line) and (not line.prose or line.count <= 12 or line.glue >= 2):
        return not (line.prose and line.page < 0.25 and line.count > 6)
    if line.count <= 40 and line.page >= 0.5 and (line.pages >= 2 or line.count <= 2):
        return True
    if line.prose:
        return line.page >= 0.25 and len(YOURS.findall(line.text)) >= 2 and line.count <= 60 and "?" not in line.text
    return is_list(line)


def is_contact(line: Line) -> bool:
    """Whether a short line tells a reader where to write, or is no sentence and tells where to call."""
    if line.count > CONTACT or len(line.text) > CONTACT_LENGTH or QUOTED.search(line.text):
        return False
    return MAILBOX.search(line.text) is not None or (not line.prose and TELEPHONE.search(line.text) is not None)


def is_doubled(text: str) -> bool:
    """Whether a line says itself twice, as a picture's text and the link under it do."""
    half = len(text) // 2
    return len(text) > 20 and text[:half].strip() == text[-half:].strip()


def is_trail(line: Line) -> bool:
    """Whether a line is the trail of pages that leads to the article: "Home > World > …"."""
    return TRAIL.match(line.text) is not None or (
        line.stops == 0 and not line.terminal and line.count >= 2 and sections(line.text) >= 0.6
    )


def sections(text: str) -> float:
    """The share of a line's words that name sections of a site."""
    found = [word.casefold() for word in re.findall(r"[^\W\d_]+", text)]
    return sum(word in words("section_names.txt") or word in words("page_words.txt") for word in found) / max(
        1, len(found)
    )


def is_list(line: Line) -> bool:
    """Whether a line without the shape of a sentence is a run of menu entries, icons or headlines."""
    if len(SUFFIXED.findall(line.text)) >= 4 and line.stops < 0.1:
        return True
    if line.separators >= 2 and line.count <= 15 * (line.separators + 1):
        return True
    glued = line.glue >= 3 or (line.repeats >= 3 and line.glue >= 1)
    if line.count >= 15 and glued and (not line.terminal or line.glue * 12 >= line.count):
        return True
    if line.count >= 8 and line.stops < 0.06 and not line.terminal and not line.marked.main:
        return True
    return line.page >= 0.34 and line.pages >= 2


def reason(text: str) -> str:
    """Which sort of furniture a line is."""
    for name, pattern in REASONS:
        if pattern.search(text[:300]):
            return name
    return "menu"
