"""Code in anyone's HTML."""

import pytest
from tests.markup.fragments import blocks

import newsmodel as nm


@pytest.mark.parametrize(
    ("markup", "language"),
    [
        ("<pre class=language-x><code>a</code></pre>", "x"),
        ("<pre><code class='hljs language-c++'>a</code></pre>", "c++"),
        ("<pre><code class='python hljs'>a</code></pre>", "python"),
        ("<pre><code class='hljs python'>a</code></pre>", "python"),
        ("<pre class='brush: java; title: y'>a</pre>", "java"),
        ("<pre class='prettyprint lang-go'>a</pre>", "go"),
        ("<pre class='src src-sh'>a</pre>", "sh"),
        ("<pre class=sourceCode><code class='sourceCode haskell'>a</code></pre>", "haskell"),
        ("<pre data-enlighter-language=cpp>a</pre>", "cpp"),
        ("<pre data-lang=ruby>a</pre>", "ruby"),
        ("<div class='highlight highlight-source-python'><pre>a</pre></div>", "python"),
        ("<div class='highlight-python3 notranslate'><div class=highlight><pre>a</pre></div></div>", "python3"),
        ("<div class='language-ruby highlighter-rouge'><div class=highlight><pre>a</pre></div></div>", "ruby"),
        ("<div class=highlight-box><pre class=wide>a</pre></div>", None),
    ],
)
def test_the_language_of_code_is_read_as_highlighters_write_it(markup, language):
    assert [nm.Code("a", programming_language=language)] == blocks(markup)


def test_a_line_break_in_code_ends_a_line():
    assert [nm.Code("a\nb")] == blocks("<pre>a<br>b</pre>")


def test_what_copies_or_runs_code_is_none_of_it():
    assert [nm.Code("a")] == blocks("<pre><button>Copy</button><a class=test-arrow href=/run>Run</a>a</pre>")


def test_the_numbers_of_lines_are_none_of_the_code():
    numbered = "<pre><span class=line-number>1 <b>x</b></span>a\n<span class=lineno>2</span>b</pre>"
    gutter = "<figure class=highlight><table><tr><td class=gutter><pre>1\n2</pre><td><pre>a\nb</pre></table></figure>"

    assert [nm.Code("a\nb")] == blocks(numbered) == blocks(gutter)
