"""Pictures in HTML: what is not known of them, and their renditions."""

import newsmodel as nm
from newsmodel.rendering.html import html


def read_back(block):
    return nm.from_html(nm.to_html(nm.Article("x", body=[block]))).body


def test_a_picture_without_alt_text_is_told_from_decoration():
    unknown, decoration = nm.Figure(nm.Image("a.jpg")), nm.Figure(nm.Image("a.jpg", alt=""))

    assert 'alt=""' in html.render(unknown)
    assert 'alt=""' in html.render(decoration)
    assert (unknown,) == read_back(unknown)
    assert (decoration,) == read_back(decoration)


def test_renditions_with_widths_become_a_srcset_and_unsafe_ones_do_not():
    def image(*urls):
        return html.render(
            nm.Image("a.jpg", alt="", renditions=[nm.Rendition(url, width=w) for w, url in enumerate(urls, 100)])
        )

    assert 'srcset="s.jpg 100w, m.jpg 101w"' in image("s.jpg", "m.jpg")
    assert "srcset" not in image("s.jpg", "javascript:x")
    assert "srcset" not in image("s.jpg", "a, b")
    assert "srcset" not in image("s.jpg")
