"""A kind of block of one's own: kept whole by JSON and HTML, put into simpler blocks by everything else."""

from typing import ClassVar

import attrs

import newsmodel as nm


@nm.register_block
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Poll(nm.Block):
    """A question to the readers."""

    type: ClassVar[str] = "courier:poll"
    question: str
    answers: tuple[str, ...] = ()

    def lower(self) -> tuple[nm.Block, ...]:
        return (nm.Paragraph(self.question), nm.List(list(self.answers)))


article = nm.Article("Nine lamps", body=[Poll(question="Should the lamps stay?", answers=("Yes", "No"))])

print(nm.to_json(article.body[0]))
print(nm.from_json(nm.to_json(article)) == article)
print(nm.render(article, "text"))
print(nm.losses(article, "text"))

# Output:
# {"newsmodel":"1","type":"courier:poll","question":"Should the lamps stay?","answers":["Yes","No"]}
# True
# Nine lamps
# ==========
#
# Should the lamps stay?
#
# - Yes
# - No
#
# 1 x courier:poll flattened, first at $.body[0]
# 1 x list flattened, first at $.body[0]
