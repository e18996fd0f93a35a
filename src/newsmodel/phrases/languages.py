"""The language of a text by its script and its commonest words: enough to see that a page's own label is wrong.

No detector of languages: a page nearly always says its language, and then rightly. Where it says none, or its text
holds hardly a word of what it says, these tables decide, or decide nothing. The words are each language's articles,
prepositions, conjunctions and forms of "to be", the most frequent of any running text.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

_COMMON: Final = {
    "en": "the of and to in is that for was on with as it by at from are this be has have an were which their not but",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er",
    "fr": "de la le et les des en un du une est que dans qui par pour au sur pas plus avec sont il ce aux cette",
    "es": "de la que el en y los del se las por un con para una su al lo como más es fue sus pero ha este",
    "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao das à",
    "it": "di e il la che in a per un è del non si della una con i le da sono al nel dei alla come più gli ha",
    "nl": "de van een het en in is dat op te zijn met voor die niet aan er om ook als bij door naar uit heeft werd",
    "sv": "och i att en som på är av för med det den till inte ett om har de vid från så var efter men också",
    "no": "og i er på som en det til av for med at å har de den ikke et om fra var men han etter også seg",
    "da": "og i at er en på det til af som for med de den har ikke et der om var fra men han også efter sig",
    "fi": "ja on ei että se oli hän ovat mutta kun myös joka mukaan sen kuin ole jo vuoden tai niin nyt sitä",
    "is": "og að í á er sem var til um með við fyrir hann af en því það ekki frá eru hefur þetta",
    "pl": "i w na z się do nie że to jest o jak po za od przez dla są ale co jego tym oraz był może już",
    "cs": "a v se na je že s z do o to i ve by pro jsou ale za po jako podle od který které také však",
    "sk": "a v sa na je že s z do o to aj vo by pre sú ale za po ako podľa od ktorý ktoré tiež však",
    "hu": "a az és hogy nem is egy ez meg volt már csak van de azt el még ki mint szerint ha pedig vagy",
    "ro": "de în și a la cu pe că din pentru nu o este un care mai au fost să sunt al ale prin după dar",
    "hr": "i u je na se da za od su s će o iz kao što koji ali nije do bi sa po koja te samo",
    "sl": "in je v na se da za so z pa bi s ki ne tudi o kot po ob iz ni bo od ali še",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi en ne kadar sonra o ancak göre olduğu var",
    "id": "yang di dan untuk dengan dari ini pada tidak itu dalam akan juga oleh ke kepada adalah ada telah tersebut",
    "ms": "yang di dan untuk dengan dari ini pada tidak itu dalam akan juga oleh ke kepada adalah beliau telah",
    "vi": "và của là có không được cho người trong một các với những này đã khi để từ đến năm",
    "sw": "ya na wa kwa ni katika la za kuwa hiyo hii cha kama huo baada alisema wakati pia watu huyo",
    "zu": "ukuthi futhi kodwa ukuba noma lapho ngoba kanye uma lokhu uthi wathi bese abantu kakhulu njengoba okuthi",
    "af": "die van en in het is nie dat te vir om op met sy wat aan hy as word ook was sal na deur",
    "ca": "de la i que el en a per les els un amb del és una al no es com ha més dels va són",
    "tl": "ang ng sa na mga ay at ni si para hindi ito kay ko siya nang pa rin niya may",
    "lt": "ir kad yra į su iš tai bet už buvo apie kaip jis dėl po nuo ne jau taip tik",
    "lv": "un ir ka no ar uz par kas arī bet tika gan pēc kā to nav tas līdz tā vai",
    "et": "ja on ei et see oli ta kui ka aga mis oma ning või kes seda veel siis nii pärast",
    "eu": "eta da ez du bat dira izan ere dute zen baina duela egin dela hau izango beste baino",
    "sq": "të e në dhe për i me që një nga u është se më ka si do ky nuk janë",
    "ru": "и в не на что он с как это по но из за то от для его к о у было так же",
    "uk": "і в не на що з та як це до у за але від про для його є був також й які",
    "bg": "на и да в за се от е с че не по са като ще до това а има след",
    "sr": "и у је на се да за од су с ће о из као што који али није до би са по која",
    "mk": "на и во да за се од е со не дека ќе ги по што го но како ја",
    "ar": "في من على إلى أن التي عن الذي مع هذا هذه كما ما بعد قال بين كان",
    "fa": "و در به از که این را با است برای آن شد خود تا شده می یک بر",
    "ur": "کے کی میں اور ہے سے کو کا نے پر یہ کہ ہیں اس نہیں تھا کر",
    "hi": "के में की है और से को का ने पर यह कि हैं इस नहीं भी एक",
    "mr": "आहे आणि या च्या ते हे नाही की होते तर केले आहेत असे मात्र",
    "ne": "छ र मा को का ले पनि छन् हो यो भने गर्न गरेको नेपाल",
}  # fmt: skip
_SCRIPTS: Final = (  # (language, characters), those that decide before those that several languages share
    ("ja", "\u3041-\u30ff"), ("ko", "\uac00-\ud7a3\u1100-\u11ff"), ("zh", "\u4e00-\u9fff\u3400-\u4dbf"),
    ("th", "\u0e00-\u0e7f"),
    ("el", "\u0370-\u03ff"), ("he", "\u0590-\u05ff"), ("hy", "\u0530-\u058f"), ("ka", "\u10a0-\u10ff"),
    ("bn", "\u0980-\u09ff"), ("pa", "\u0a00-\u0a7f"), ("gu", "\u0a80-\u0aff"), ("or", "\u0b00-\u0b7f"),
    ("ta", "\u0b80-\u0bff"), ("te", "\u0c00-\u0c7f"), ("kn", "\u0c80-\u0cff"), ("ml", "\u0d00-\u0d7f"),
    ("si", "\u0d80-\u0dff"), ("lo", "\u0e80-\u0eff"), ("my", "\u1000-\u109f"), ("km", "\u1780-\u17ff"),
    ("am", "\u1200-\u137f"),
)  # fmt: skip
_BY_SCRIPT: Final = frozenset(language for language, _ in _SCRIPTS)
_ALIASES: Final = {"nb": "no", "nn": "no", "bs": "hr", "sh": "hr", "iw": "he", "in": "id", "fil": "tl"}
_LONGEST: Final = 3000  # characters that are looked at, where the first few hundred speak against what is told
_BEGINNING: Final = 800
_LEAST_WORDS: Final = 40
_LONGEST_WORD: Final = 30  # characters that a word has on the average, in no script with spaces
_CLEAR: Final = ((0.15, 1.25), (0.07, 2.0))  # share of the commonest words, and how many times the next language's
_FOREIGN_SHARE: Final = 0.04  # below which a text is none of the language that it is said to be
_OF_A_SCRIPT: Final = 0.3  # of its letters that must be of a script; Japanese needs fewer kana, beside its kanji
_OF_KANA: Final = 0.1


def language_of(text: str, told: str = "") -> str:
    """The language of a text, two letters; "" if it does not show. *told*: the language that it is said to be in.

    The one told stays unless the text speaks against it: it holds hardly one of that language's commonest words and
    many of another's, or it is written in the script of another.
    """
    primary = _known(told)
    if primary and primary not in _BY_SCRIPT and not _is_foreign(text[:_BEGINNING], primary):
        return primary
    shown = text[:_LONGEST]
    return _by_script(shown) or _by_words(shown.lower().split()) or primary


def _is_foreign(text: str, language: str) -> bool:
    """Whether a text holds hardly one of a language's commonest words, or no spaces where that language has some."""
    words = text.lower().split()
    if language not in _COMMON or len(words) * _LONGEST_WORD < len(text):
        return language in _COMMON
    return len(words) >= _LEAST_WORDS and _share(words, language) < _FOREIGN_SHARE


def is_same_language(one: str, other: str) -> bool:
    """Whether two tags are of one language: "nb-NO" and "no" are, "de-AT" and "de" too."""
    return _known(one) == _known(other)


def _known(tag: str) -> str:
    primary = tag.split("-")[0].lower()
    return _ALIASES.get(primary, primary)


def _by_script(text: str) -> str:
    if text.isascii():
        return ""
    letters = sum(map(str.isalpha, text))
    for language, pattern in _patterns():
        if len(pattern.findall(text)) > (_OF_KANA if language == "ja" else _OF_A_SCRIPT) * letters:
            return language
    return ""


def _by_words(words: list[str]) -> str:
    if len(words) < _LEAST_WORDS:
        return ""
    shares = sorted(((_share(words, language), language) for language in _COMMON), reverse=True)
    (best, language), (second, _) = shares[:2]
    is_clear = any(best >= least and best >= lead * second for least, lead in _CLEAR)
    return language if is_clear else ""


def _share(words: list[str], language: str) -> float:
    common = _words()[language]
    return sum(word in common for word in words) / len(words)


@cache
def _words() -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in _COMMON.items()}


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((language, re.compile(f"[{characters}]")) for language, characters in _SCRIPTS)
