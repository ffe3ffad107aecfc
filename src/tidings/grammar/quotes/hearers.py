"""Who hears what a cue does not say: who was just told, who is replied to, an interview's outlet, "us" inside quoted words."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from tidings.grammar.tree import child, children, tokens_in
from tidings.lexicon import rows, words
from tidings.model import Chain, Quote, Reading, Span

__all__ = ["heard_by", "interviewed", "sentence_at", "told_inside"]

TELLS = ("told", "tell", "inform")
PAPER = "the paper"
OWN = frozenset({"me", "us"})
PRONOUNS = frozenset({"he", "she", "they", "it"})
FAR_OFF = ("deni", "deny", "never", "not ", "accus", "urg", "call", "demand")
ANSWERS = ("answer", "respond")
QUESTIONS = ("whether ", "if ", "what", "how ", "why ", "who", "when ", "where ", "about ")
REPLIES = ("replied", "replies", "retorted", "shot back", "countered")
REACH = 4  # sentences between what is said in one interview
MOST = 0.5  # of all that is quoted, from which one speaker's words are the report's interview
LEAD = 1  # the last sentence of a report's headline and lead
OPENING = 3  # sentences of a report that sum up the interview told of after them
NEXT = 2  # sentences on, in which words are still for whom the last were for


def heard_by(reading: Reading, quote: Quote, before: Sequence[Quote]) -> Quote:
    """The quote with who hears it: whom its speaker has just told something, or whom it answers; nobody tells himself."""
    if quote.addressee_chain is not None and quote.addressee_chain == quote.speaker:
        return replace(quote, addressee=None, addressee_chain=None)
    if quote.addressee is not None or quote.cue is None or not before:
        return quote
    last = before[-1]
    if quote.speaker is None and (quote.source is None or last.source != quote.source):
        return quote
    ends = max(last.content[-1].end, 0 if last.cue is None else last.cue.end) - 1
    gap = max(0, sentence_at(reading, quote.content[0]) - sentence_at(reading, Span(ends, ends + 1)))
    if last.cue is None or not 0 <= gap <= NEXT:
        return quote
    if last.speaker != quote.speaker:
        return answering(reading, quote, last) if gap <= 1 else quote
    told = last.addressee is not None and still_told(reading, quote, last, gap)
    return replace(quote, addressee=last.addressee, addressee_chain=last.addressee_chain) if told else quote


def still_told(reading: Reading, quote: Quote, last: Quote, gap: int) -> bool:
    """Whether a speaker goes on to whom they have just told something; who is asked or accused need not be there."""
    text = reading.document.text
    ahead, here = cue_words(text, last), cue_words(text, quote)
    who = "" if quote.source is None else text[quote.source.start : quote.source.end].lower()
    pointed = gap <= 1 and (who in PRONOUNS or who.startswith("the same "))
    straight = says_to(text, last)
    on = (straight or any(word in ahead for word in TELLS)) and (pointed or (gap == 0 and quote.source == last.source))
    writes = any(word in here for word in ("wrote", "write", "post", "tweet"))
    apart = quote.cue != last.cue and (any(word in ahead for word in FAR_OFF) or is_errand(reading, last))
    return not writes and not apart and (quote.kind == "direct" or on)


def says_to(text: str, quote: Quote) -> bool:
    """Whether "to" alone stands between a cue and who hears it: "explained to the newspaper that …"."""
    if quote.cue is None or quote.addressee is None:
        return False
    return text[quote.cue.end : max(quote.cue.end, quote.addressee.start)].strip() == "to"


def is_errand(reading: Reading, quote: Quote) -> bool:
    """Whether somebody is asked to do something, who need not hear what is said next: "asked the police to establish …"."""
    return quote.kind == "indirect" and reading.document.text.startswith("to ", quote.content[0].start)


def answering(reading: Reading, quote: Quote, last: Quote) -> Quote:
    """The quote with whom it answers: who has just asked or addressed its speaker, or whom it "replied" to."""
    text = reading.document.text
    if last.speaker is None or last.source is None or quote.cue is None:
        return quote
    verb = text[quote.cue.start : quote.cue.end + len(" back")].lower()
    to = text[quote.cue.end : quote.cue.end + 4].lower() == " to "
    asked = is_question(text, last)
    spoken_to = last.addressee_chain is not None and last.addressee_chain == quote.speaker
    replies = any(word in verb for word in REPLIES) or (asked and any(word in verb for word in ANSWERS))
    if (replies and not to) or (spoken_to and asked):
        return replace(quote, addressee=last.source, addressee_chain=last.speaker)
    return quote


def is_question(text: str, quote: Quote) -> bool:
    """Whether a quote asks something: a direct question, or "asked whether …"; no request."""
    asks = "ask" in cue_words(text, quote) and text[quote.content[0].start :].lower().startswith(QUESTIONS)
    return asks or text[: quote.content[-1].end].rstrip("\"”’' ").endswith("?")


def cue_words(text: str, quote: Quote) -> str:
    """The words of a quote's cue, small."""
    return "" if quote.cue is None else text[quote.cue.start : quote.cue.end].lower()


def interviewed(reading: Reading, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes, with the outlet that an interview is given to as the hearer of what its giver says in it.

    It lasts from one telling to the next of the same outlet, and while its giver speaks on without another hearer, channel,
    day or place of speaking, REACH sentences apart at most; where nobody else speaks as much, it is the whole report.
    """
    found = list(quotes)
    by_speaker: dict[int, list[int]] = {}
    for n, quote in enumerate(quotes):
        if quote.speaker is not None and not quote.thought:
            by_speaker.setdefault(quote.speaker, []).append(n)
    said = sum(len(own) for own in by_speaker.values())
    for own in by_speaker.values():
        words_of_one = [quotes[n] for n in own]
        most = len(own) >= MOST * said
        for n, first in zip(own, givings(reading, words_of_one, most=most), strict=True):
            found[n] = heard_in(reading, quotes[n], first)
    return tuple(found)


def givings(reading: Reading, own: Sequence[Quote], *, most: bool) -> list[Quote | None]:
    """For each quote of one speaker the telling of an outlet that began the interview it is from, if it is from one."""
    told = [
        outlet_told(reading, quote) if quote.addressee is not None and not is_errand(reading, quote) else None
        for quote in own
    ]
    at = [sentence_at(reading, quote.cue or quote.content[0]) for quote in own]
    tellings = [k for k, name in enumerate(told) if name not in {None, "", PAPER}]
    found: list[Quote | None] = [None] * len(own)
    if not tellings:
        return found
    first = own[tellings[0]]
    again = [k for k, name in enumerate(told) if name in {PAPER, told[tellings[0]]}]
    sole = all(k in again or name is None for k, name in enumerate(told))
    medium = first.channel == "interview" or is_media(told[tellings[0]] or "")
    steady = all(name is not None or goes_on(reading, quote, first) for name, quote in zip(told, own, strict=True))
    if sole and ((most and medium and steady) or at[again[-1]] - at[again[0]] > NEXT):
        begin = 0 if most or at[again[0]] <= OPENING else at[again[0]]
        reach = at[-1] if most and steady else at[again[-1]]
        for k, quote in enumerate(own):
            inside = begin <= at[k] <= reach and (told[k] == PAPER or goes_on(reading, quote, first))
            found[k] = first if inside else None
    last, since = None, 0
    for k, quote in enumerate(own):
        if k in tellings:
            last, since = quote, at[k]
        elif found[k] is not None:
            last, since = found[k], at[k]
        elif last is not None and (told[k] == PAPER or (at[k] - since <= REACH and goes_on(reading, quote, last))):
            found[k], since = last, at[k]
        else:
            last = None
    return found


def is_media(name: str) -> bool:
    """Whether a name is that of a newspaper, agency or station, by its words."""
    small = name.lower().removeprefix("the ")
    outlets = {noun for noun, _ in rows("outlet_nouns.tsv")} | set(words("media_words.txt"))
    return small in words("news_outlets.txt") or bool(outlets & set(small.split()))


def goes_on(reading: Reading, quote: Quote, first: Quote) -> bool:
    """Whether nothing tells that the words were said on another occasion than the first ones."""
    text = reading.document.text
    if quote.cue is not None and text[max(0, quote.cue.start - 10) : quote.cue.start].endswith("quoted as "):
        return False
    passed_on = quote.relayed_by is not None and quote.relayed_by_chain != first.addressee_chain
    if passed_on or quote.channel not in {None, "interview", first.channel}:
        return False
    if quote.content[0].start < first.content[0].start and sentence_at(reading, quote.content[0]) <= LEAD:
        return True  # a lead sums up what the text tells in full further on: "in remarks published on Sunday"
    days = {reading.times[n].value for q in (quote, first) if (n := q.said_on) is not None}
    if len(days) > 1 or quote.cue is None or reading.analysis is None:
        return len(days) < 2
    analysis = reading.analysis
    for k in tokens_in(analysis, quote.cue):
        for prep in children(analysis, k, "prep", "advcl"):
            word = analysis.tokens[prep].text.lower()
            held = child(analysis, prep, "pobj")
            if held is None or word not in {"at", "in", "during", "on", "before", "after"}:
                continue
            token = analysis.tokens[held]
            det = child(analysis, held, "det", "poss")
            definite = det is not None and analysis.tokens[det].text.lower() in {"the", "that"}
            same = token.lemma.lower() == "interview" and definite
            if not same and token.ent not in {"DATE", "TIME", "GPE"}:
                return False
    return True


def told_inside(reading: Reading, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes with the outer speaker as "me" and "us" of what is told inside quoted words: “He told us that …,” X said.

    Where the outer speaker is open, so is the hearer.
    """
    text = reading.document.text
    found = []
    parts = sorted((part.start, part.end, n) for n, quote in enumerate(quotes) for part in quote.parts)
    longest = max((end - start for start, end, _ in parts), default=0)
    for n, quote in enumerate(quotes):
        span = quote.addressee
        if span is not None and text[span.start : span.end].lower() in OWN:
            first = bisect_left(parts, (span.start - longest,))
            near = parts[first : bisect_left(parts, (span.start + 1,))]
            outer = max((k for _, end, k in near if end >= span.end and k != n), default=None)
            if outer is not None:
                speaker = quotes[outer].speaker
                span = None if speaker is None else span
                quote = replace(quote, addressee=span, addressee_chain=speaker)
        found.append(quote)
    return tuple(found)


def outlet_told(reading: Reading, quote: Quote) -> str:
    """The outlet that a quote is told to, by its last word; PAPER for "the paper"; "" for whom it is told otherwise."""
    span, chain = quote.addressee, quote.addressee_chain
    told = [] if span is None else reading.document.text[span.start : span.end].lower().split()
    outlets = {noun for noun, _ in rows("outlet_nouns.tsv")}
    if len(told) == 2 and told[0] == "the" and told[1] in outlets:
        return PAPER
    found = None if chain is None else reading.chains[chain]
    medium = any(word in outlets or word in words("media_words.txt") for word in told)
    body = found is not None and names_itself(found) and found.kind == "organization"
    return " ".join(told) if found is None and medium else found.name if found is not None and (body or medium) else ""


def names_itself(chain: Chain) -> bool:
    """Whether a chain has a name, or a description with one in it: "the Nordwind Post newspaper", not "the paper"."""
    return chain.named or any(word[:1].isupper() for word in chain.name.split()[1:])


def heard_in(reading: Reading, quote: Quote, first: Quote | None) -> Quote:
    """The quote with the hearer of its speaker's first words to an outlet, where it has none or "the paper"."""
    paper = outlet_told(reading, quote) == PAPER
    same = {None, "interview", None if first is None else first.channel}
    elsewhere = quote.addressee is not None or quote.channel not in same
    if first is None or quote.thought or not (paper or not elsewhere):
        return quote
    return replace(quote, addressee=first.addressee, addressee_chain=first.addressee_chain)


def sentence_at(reading: Reading, span: Span) -> int:
    """The index of the sentence in which a span begins."""
    return bisect_right(reading.sentences, span.start, key=lambda sentence: sentence.start) - 1
