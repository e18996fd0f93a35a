import pytest

from newsmodel.phrases.paywalls import is_paywall_notice

NOTICES = """
Subscribe now to continue reading
Log in or register to keep reading this story.
This article is only available to subscribers.
Il vous reste 40% de cet article à lire. La suite est réservée aux abonnés.
Jetzt weiterlesen mit dem Digitalabo
Contenido exclusivo para suscriptores
Conteúdo exclusivo para assinantes
Contenuto riservato agli abbonati
Lees verder met een abonnement
För att läsa vidare behöver du logga in
Артыкул Только для подписчиков
この記事は有料会員限定です。残り 1,204文字
""".strip().splitlines()

SENTENCES = """
The paper said that its subscribers had grown by a third in two years.
She registered for the race and continued to read the course from the map.
Der Autor liest weiter, als ob nichts gewesen wäre.
Los suscriptores del servicio protestaron ayer.
Il reste beaucoup de questions dans cet article du code pénal.
""".strip().splitlines()


@pytest.mark.parametrize("text", NOTICES)
def test_a_line_that_asks_for_a_subscription_is_a_notice(text):
    assert is_paywall_notice(text)


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_about_readers_is_none(text):
    assert not is_paywall_notice(text)


def test_a_whole_paragraph_is_none():
    assert not is_paywall_notice("It rained. " * 40 + "Subscribe to continue reading.")
