"""The language of a text: the label stays unless the text plainly speaks against it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.phrases.languages import is_same_language, language_of

TEXTS = {
    "en": "The harbour board voted on Tuesday to move the crossing, which has closed the road to the quay twice"
    " this year. Nobody in the hall spoke against it, though several of them had come with signs."
    " Work is to begin in May and to end before the winter.",
    "de": "Der Hafenrat hat am Dienstag beschlossen, den Übergang zu verlegen, der die Straße zum Kai in diesem Jahr"
    " schon zweimal gesperrt hat. Niemand im Saal sprach dagegen, obwohl einige mit Schildern gekommen waren, und die"
    " Arbeiten sollen im Mai mit der Brücke beginnen.",
    "fr": "Le conseil du port a décidé mardi de déplacer le passage, qui a fermé deux fois cette année la route."
    " Personne dans la salle ne s'y est opposé, et les travaux doivent commencer en mai avec le pont sur la rivière.",
    "sw": "Polisi wa mkoa huo wamesema kuwa watu hao walikamatwa baada ya taarifa za wananchi na kwa sasa wako katika"
    " kituo cha polisi kwa ajili ya mahojiano na hatua za kisheria dhidi yao kama ambavyo sheria ya nchi inasema kuwa"
    " ni lazima ifanyike wakati wote na kwa watu wote",
    "ja": "港湾委員会は火曜日、今年二度も岸壁への道を閉ざした踏切を移すことを決めた。会場では誰も反対しなかった。",
    "zh": "港务委员会周二决定迁移今年两次封闭码头道路的道口。会场上没有人反对，工程将于五月开始。",
    "ko": "항만위원회는 화요일 올해 두 번이나 부두로 가는 길을 막은 건널목을 옮기기로 결정했다.",
    "el": "Το συμβούλιο του λιμανιού αποφάσισε την Τρίτη να μεταφέρει τη διάβαση που έκλεισε δύο φορές τον δρόμο.",
    "ru": "Совет порта во вторник решил перенести переезд, который в этом году уже дважды закрывал дорогу к причалу."
    " Никто в зале не выступил против, хотя многие пришли с плакатами, и работы начнутся в мае, как это было решено"
    " ещё до зимы, если мороз не помешает им у моста",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_without_a_label_shows_its_language(language):
    assert language == language_of(TEXTS[language])


@pytest.mark.parametrize("language", TEXTS)
def test_a_true_label_stays(language):
    assert language == language_of(TEXTS[language], f"{language}-XX")


@pytest.mark.parametrize(("language", "label"), [("sw", "en-US"), ("de", "en"), ("zh", "en"), ("fr", "de")])
def test_a_label_that_the_text_speaks_against_goes(language, label):
    assert language == language_of(TEXTS[language], label)


@pytest.mark.parametrize("label", ["eo", "kl", "mi-NZ"])
def test_a_label_of_a_language_without_words_here_stays(label):
    assert label[:2] == language_of(TEXTS["en"], label)


@pytest.mark.parametrize("text", ["", "Ferries stop", "404", "!!!"])
def test_a_few_words_speak_neither_for_nor_against(text):
    assert "" == language_of(text)
    assert "fr" == language_of(text, "fr")


def test_two_names_of_one_language_are_the_same():
    assert is_same_language("nb-NO", "no")
    assert not is_same_language("de", "nl")


@given(st.text(), st.text(max_size=12))
def test_any_text_and_any_label_have_an_answer(text, label):
    assert language_of(text, label) == language_of(text, language_of(text, label))
