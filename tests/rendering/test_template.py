"""Templates as rules: one for a kind, a folder as a theme, a page of one's own; errors, escaping, losses."""

import pytest

import newsmodel as nm
from newsmodel.rendering.html import html
from newsmodel.rendering.template import template, template_string, templates

STORY = nm.Article(
    "A <b>bold</b> & brave headline",
    language="en",
    standfirst="Below.",
    body=[
        nm.Paragraph(["It was ", nm.Span("so", marks=["strong"]), "."]),
        nm.PullQuote("Ten years!", attribution="A <resident>"),
        nm.Quote([nm.PullQuote("Deep")]),
    ],
)
PULL_QUOTE = (
    '<figure class="mine">{{ node.text|spans }}{% if node.attribution %} - {{ node.attribution }}{% endif %}</figure>'
)


def page(renderer, node=STORY, **options):
    return nm.to_html(node, renderer=renderer, **options)


def test_a_template_is_the_rule_of_a_class(tmp_path):
    (tmp_path / "quote.html").write_text(PULL_QUOTE, "utf-8")
    written = page(html.using({nm.PullQuote: template(tmp_path / "quote.html")}))

    assert '<figure class="mine">Ten years! - A &lt;resident&gt;</figure>' in written
    assert '<blockquote><figure class="mine">Deep</figure></blockquote>' in written


def test_what_a_template_prints_is_escaped_and_what_it_renders_is_markup():
    rule = template_string("{{ node.text }}|{{ node.text|spans }}|{{ node|string }}")
    written = html.using({nm.Paragraph: rule}).render(nm.Paragraph([nm.Span("<x>", marks=["strong"])]))

    assert written.startswith("&lt;x&gt;|<strong>&lt;x&gt;</strong>|Paragraph(Text(&#39;&lt;x&gt;")


def test_a_filter_renders_a_node_several_or_none():
    rule = template_string("[{{ node.body|render }}][{{ node.body[0]|render }}][{{ node.attribution|render }}]")
    written = html.using({nm.Quote: rule}).render(nm.Quote(["a", "b"]))

    assert "[<p>a</p>\n<p>b</p>][<p>a</p>][]" == written


def test_a_template_has_the_place_the_options_and_the_default():
    rule = template_string("<div data-at='{{ place }}' data-o='{{ options.fragment }}'>{{ default() }}</div>")
    written = page(html.using({nm.PullQuote: rule}), fragment=True)
    own = html.render(STORY.body[1])

    assert f"<div data-at='$.body[1]' data-o='True'>{own}</div>" in written


def test_a_template_says_what_it_leaves_out():
    rule = template_string("<p>{{ node.text|spans }}</p>{{ lost('pull-quote.attribution', 'dropped') }}")
    report = nm.Report()

    html.using({nm.PullQuote: rule}).render(STORY, report)

    assert [
        ("pull-quote.attribution", "dropped", "$.body[1]"),
        ("pull-quote.attribution", "dropped", "$.body[2].body[0]"),
    ] == [(loss.code, loss.effect, loss.at) for loss in report.losses]


def test_verify_sees_what_a_template_left_out():
    renderer = html.using({nm.PullQuote: template_string("<p>{{ node.text|spans }}</p>")})
    silent, verified = nm.Report(), nm.Report()

    nm.render(STORY, "html", renderer=renderer, report=silent)
    nm.render(STORY, "html", renderer=renderer, report=verified, verify=True)

    assert silent.clean
    assert {"$.body[1]", "$.body[2].body[0]"} == {loss.at for loss in verified.losses}


def test_verify_is_silent_when_nothing_was_left_out():
    report = nm.Report()

    nm.render(
        STORY,
        "html",
        renderer=html.using({nm.Paragraph: template_string("{{ default() }}")}),
        report=report,
        verify=True,
    )

    assert report.clean


def test_a_folder_of_templates_is_a_theme(tmp_path):
    (tmp_path / "pull-quote.html").write_text(PULL_QUOTE, "utf-8")
    (tmp_path / "paragraph.html").write_text("{% include '_words.html' %}", "utf-8")
    (tmp_path / "_words.html").write_text("<p class=mine>{{ node.text|spans }}</p>", "utf-8")
    (tmp_path / "notes.txt").write_text("no template", "utf-8")
    written = page(html.using(templates(tmp_path)))

    assert "<p class=mine>It was <strong>so</strong>.</p>" in written
    assert '<figure class="mine">Deep</figure>' in written


def test_a_file_that_names_no_type_is_an_error_that_lists_them(tmp_path):
    (tmp_path / "pullquote.html").write_text("x", "utf-8")

    with pytest.raises(ValueError, match=r"pullquote\.html names no type; the types are .*pull-quote"):
        templates(tmp_path)


def test_what_is_not_there_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError, match="there is no template"):
        template(tmp_path / "nothing.html")
    with pytest.raises(FileNotFoundError, match="there is no folder"):
        templates(tmp_path / "nothing")


@pytest.mark.parametrize("source", ["one\n{% if %}\n", "one\n{{ node. }}\n", "one\n{% endblock %}\n"])
def test_an_error_of_syntax_names_the_template_and_the_line(source, tmp_path):
    (tmp_path / "quote.html").write_text(source, "utf-8")

    for make in (lambda: template(tmp_path / "quote.html"), lambda: templates(tmp_path)):
        with pytest.raises(nm.FormatError, match=r"quote\.html cannot be read") as caught:
            make()
        assert 2 == caught.value.line


def test_a_template_given_as_text_may_be_wrong_too():
    with pytest.raises(nm.FormatError, match="cannot be read"):
        html.using({nm.Quote: template_string("{% if %}")}).render(nm.Quote("x"))


def test_a_page_of_ones_own_extends_ours_and_fills_its_blocks(tmp_path):
    (tmp_path / "article.html").write_text(
        '{% extends "newsmodel/article.html" %}\n'
        "{% block title %}Mine: {{ super() }}{% endblock %}\n"
        '{% block social %}<meta name="x-mine" content="yes">{% endblock %}\n'
        "{% block before %}<nav>Home</nav>{% endblock %}\n"
        "{% block style %}<style>p { color: red }</style>{% endblock %}\n"
        "{% block after %}<footer>The end</footer>{% endblock %}\n",
        "utf-8",
    )
    written = page(html.using(templates(tmp_path)))

    assert "<title>Mine: A &lt;b&gt;bold&lt;/b&gt; &amp; brave headline</title>" in written
    for piece in (
        '<meta name="x-mine" content="yes">',
        "<nav>Home</nav>",
        "p { color: red }",
        "<footer>The end</footer>",
    ):
        assert piece in written
    assert 1 == written.count("<style>")
    assert STORY == nm.from_html(written)


@pytest.mark.parametrize(
    "block", ["title", "meta", "links", "social", "structured_data", "style", "before", "main", "after"]
)
def test_every_block_of_the_page_can_be_filled(block, tmp_path):
    (tmp_path / "article.html").write_text(
        '{% extends "newsmodel/article.html" %}{% block ' + block + " %}FILLED{% endblock %}", "utf-8"
    )

    assert 1 == page(html.using(templates(tmp_path))).count("FILLED")


def test_a_page_of_ones_own_can_stand_alone(tmp_path):
    (tmp_path / "article.html").write_text(
        "<!doctype html><title>{{ node.headline }}</title>{{ node.body|render }}", "utf-8"
    )
    written = page(html.using(templates(tmp_path)))

    assert written.startswith("<!doctype html><title>A &lt;b&gt;bold")
    assert "<p>It was <strong>so</strong>.</p>" in written


def test_a_fragment_is_ours_whatever_the_page(tmp_path):
    (tmp_path / "article.html").write_text("MINE", "utf-8")

    assert page(html.using(templates(tmp_path)), fragment=True).startswith('<article class="newsmodel article"')


def test_a_field_that_a_node_lacks_is_an_error_and_not_silence():
    import jinja2

    with pytest.raises(jinja2.UndefinedError, match="atribution"):
        html.using({nm.Quote: template_string("{{ node.atribution }}")}).render(nm.Quote("x"))


LINK = template_string('<a href="{{ node.source_url | url }}"><img src="{{ node.source_url | image_url }}"></a>')


@pytest.mark.parametrize("url", ["javascript:alert(1)", " java\tscript:x", "data:text/html,x", "vbscript:x", None])
def test_a_filter_lets_only_a_safe_address_through(url):
    written = html.using({nm.Quote: LINK}).render(nm.Quote("x", source_url=url))

    assert '<a href="about:invalid"><img src="data:,"></a>' == written


def test_a_safe_address_is_escaped_like_everything():
    written = html.using({nm.Quote: LINK}).render(nm.Quote("x", source_url='https://e.example/?a=1&b="'))

    assert '<a href="https://e.example/?a=1&amp;b=&#34;">' in written


ESCAPES = [
    "{{ node.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ node|attr('__class__') }}",
    "{{ '{0.__class__}'.format(node) }}",
    "{% set f = '{0.__class__}'.format %}{{ f(node) }}",
    "{{ ('{0.__class__}'|attr('format'))(node) }}",
    "{{ ['{0.__class__}']|map('attr', 'format')|first(node) }}",
    "{{ '{x.__class__}'.format_map({'x': node}) }}",
    "{{ ([node]|map(attribute='__class__')|first).__name__ }}",
    "{{ lost.__globals__ }}",
    "{{ lost.__self__ }}",
    "{{ lost.__func__ }}",
    "{{ default.__code__ }}",
    "{{ head.meta.__globals__ }}",
    "{{ lipsum.__globals__['os'] }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ self.__init__.__globals__ }}",
    "{{ out.renderer }}",
    "{{ options.clear() }}",
    "{% set x = options.update({'raw': True}) %}",
    "{{ (node.body|render).__class__ }}",
    "{{ range(10**9)|list }}",
    "{% include '/etc/passwd' %}",
    "{% include '../secret.html' %}",
    "{% import 'os' as os %}{{ os.name }}",
]


@pytest.mark.parametrize("source", ESCAPES)
def test_a_template_in_the_sandbox_cannot_reach_python(source, tmp_path):
    import jinja2

    (tmp_path / "secret.html").write_text("secret", "utf-8")
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme" / "quote.html").write_text(source, "utf-8")
    for rule in (
        template_string(source, sandboxed=True),
        template(tmp_path / "theme" / "quote.html", sandboxed=True),
        templates(tmp_path / "theme", sandboxed=True)[nm.Quote],
    ):
        with pytest.raises((jinja2.TemplateError, OverflowError, TypeError)):
            html.using({nm.Quote: rule}).render(nm.Quote("x"))


def test_without_the_sandbox_python_is_within_reach():
    assert "class" in html.using({nm.Quote: template_string("{{ node.__class__ }}")}).render(nm.Quote("x"))


def test_a_template_in_the_sandbox_can_do_what_a_theme_needs(tmp_path):
    (tmp_path / "quote.html").write_text(
        "{% for each in node.body %}{{ each | render }}{% endfor %}{{ default() }}{{ place }}", "utf-8"
    )
    (tmp_path / "article.html").write_text(
        '{% extends "newsmodel/article.html" %}{% block before %}{{ head.title(node) }}{% endblock %}', "utf-8"
    )
    written = page(html.using(templates(tmp_path, sandboxed=True)))

    assert "A &lt;b&gt;bold&lt;/b&gt; &amp; brave headline" in written
    assert "$.body[2]" in written


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    theme = tmp_path / "theme"
    theme.mkdir()
    (tmp_path / "secret.html").write_text("secret", "utf-8")
    (theme / "quote.html").symlink_to(tmp_path / "secret.html")

    with pytest.raises(nm.FormatError, match="leads out of the folder"):
        templates(theme)


def test_a_part_that_is_a_link_out_of_the_folder_is_not_included(tmp_path):
    import jinja2

    theme = tmp_path / "theme"
    theme.mkdir()
    (tmp_path / "secret.html").write_text("secret", "utf-8")
    (theme / "_part.html").symlink_to(tmp_path / "secret.html")
    (theme / "quote.html").write_text("{% include '_part.html' %}", "utf-8")

    with pytest.raises(jinja2.TemplateError, match="leads out of the folder"):
        html.using(templates(theme)).render(nm.Quote("x"))


def test_links_within_the_folder_and_to_it_are_followed(tmp_path):
    theme = tmp_path / "theme"
    theme.mkdir()
    (theme / "_part.html").write_text("part", "utf-8")
    (theme / "quote.html").symlink_to(theme / "_part.html")
    (tmp_path / "current").symlink_to(theme)

    assert "part" == html.using(templates(tmp_path / "current")).render(nm.Quote("x"))
    assert "part" == html.using({nm.Quote: template(tmp_path / "current" / "quote.html")}).render(nm.Quote("x"))


def test_a_template_changed_on_disk_is_a_new_rule_when_loaded_anew(tmp_path):
    (tmp_path / "quote.html").write_text("one", "utf-8")
    assert "one" == html.using({nm.Quote: template(tmp_path / "quote.html")}).render(nm.Quote("x"))

    other = tmp_path / "other"
    other.mkdir()
    (other / "quote.html").write_text("two", "utf-8")
    assert "two" == html.using({nm.Quote: template(other / "quote.html")}).render(nm.Quote("x"))
