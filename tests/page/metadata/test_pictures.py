"""The lead picture: which one, and what is known of it."""

import pytest
from tests.page.metadata.pages import meta, read


def test_of_the_pictures_named_the_one_that_the_page_shows_is_the_lead():
    head = meta("og:image", "https://example.org/card-with-logo.jpg")
    body = (
        "<h1>T</h1><figure><img srcset='/s/quay-at-dawn-600x400.jpg 600w, /s/quay-at-dawn-1200x800.jpg 1200w'></figure>"
    )
    image = read(head, body, image={"url": "/quay-at-dawn-1600x900.jpg", "width": 1600, "height": 900}).lead_image

    assert ("https://example.org/quay-at-dawn-1600x900.jpg", 1600) == (image.url, image.width)
    assert [
        ("https://example.org/s/quay-at-dawn-600x400.jpg", 600),
        ("https://example.org/s/quay-at-dawn-1200x800.jpg", 1200),
    ] == [(each.url, each.width) for each in image.renditions]


def test_the_figure_at_the_top_is_the_lead_where_no_picture_named_is_shown():
    body = "<h1>T</h1><figure><img src=/quay-at-dawn.jpg alt='A quay'><figcaption>Dawn</figcaption></figure>"
    image = read(meta("og:image", "/another-name.jpg"), body).lead_image

    assert ("https://example.org/quay-at-dawn.jpg", "A quay", "Dawn") == (image.url, image.alt, str(image.caption))


@pytest.mark.parametrize(
    "body",
    [
        "<h1>T</h1><aside><figure><img src=/other.jpg></figure></aside>",
        "<h1>T</h1><a href=/x><figure><img src=/other.jpg></figure></a>",
        "<h1>T</h1><p><img src=/other.jpg></p>",
        "<h1>T</h1>" + "<p>Text.</p>" * 200 + "<figure><img src=/other.jpg></figure>",
    ],
)
def test_a_picture_at_the_side_or_far_below_is_not_the_lead(body):
    assert "https://example.org/quay.jpg" == read(meta("og:image", "/quay.jpg"), body).lead_image.url


def test_the_lead_picture_is_open_graphs_with_what_the_record_and_the_figure_know_of_it():
    head = meta("og:image", "/quay-large.jpg") + meta("og:image:width", "1200") + meta("og:image:height", "630px")
    caption = "<figcaption>Dawn <span class=credit>Bo Ek</span></figcaption>"
    body = f"<figure><img src=/quay-large.jpg alt='A quay'>{caption}</figure>"
    image = read(head, body, image={"url": "https://example.org/quay-large.jpg", "caption": "The quay"}).lead_image

    assert ("https://example.org/quay-large.jpg", "A quay", 1200, 630) == (
        image.url,
        image.alt,
        image.width,
        image.height,
    )
    assert ("Dawn", "Bo Ek") == (str(image.caption), str(image.credit))


def test_a_figure_above_the_body_tells_of_the_lead_picture_too():
    figure = "<header><figure><img src=/s/quay-large.jpg alt='A quay'><figcaption>Dawn</figcaption></figure></header>"
    image = read(meta("og:image", "/quay-large.jpg"), figure).lead_image

    assert ("https://example.org/quay-large.jpg", "A quay", "Dawn") == (image.url, image.alt, str(image.caption))


def test_a_caption_that_only_the_record_knows_serves_too():
    record = {
        "url": "https://example.org/quay-large.jpg",
        "caption": "The quay",
        "creditText": "Bo Ek",
        "width": "1200",
    }
    image = read(image=[record]).lead_image

    assert ("The quay", "Bo Ek", 1200) == (str(image.caption), str(image.credit), image.width)


def test_a_picture_of_data_or_script_is_none():
    assert read(meta("og:image", "data:image/png;base64,AAAA")).lead_image is None
    assert read(meta("og:image", "javascript:alert(1)")).lead_image is None


def test_of_pictures_that_the_page_does_not_show_the_one_that_most_name_is_the_lead():
    head = meta("og:image", "/card-with-logo.jpg") + meta("twitter:image", "/quay-at-dawn.jpg")
    alone, sizes = meta("og:image", "/card-with-logo.jpg"), ["/a-quay-1600.jpg", "/a-quay-800.jpg"]

    assert "https://example.org/quay-at-dawn-800.jpg" == read(head, image="/quay-at-dawn-800.jpg").lead_image.url
    assert "https://example.org/card-with-logo.jpg" == read(alone, image=sizes).lead_image.url
