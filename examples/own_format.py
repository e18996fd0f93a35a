"""Uses the format in the folder desk_brief like a built-in one, and holds it to the laws that those hold to."""

import sys
from pathlib import Path

import newsmodel as nm
from newsmodel.registry import register_format
from newsmodel.testing import LAWS, applies, check

sys.path.insert(0, str(Path(__file__).parent / "desk_brief"))
from desk_brief import FORMAT

register_format(FORMAT)
story = nm.Article("Harbour reopens", section="Harbour", body=[nm.Heading("Since noon"), "The ferries sail."])

print(nm.render(story, "desk-brief"))
print(nm.losses(story, "desk-brief"))

for law in LAWS:
    if applies(FORMAT, law):
        check(FORMAT, law)
print("every law holds")

# Output:
# Harbour reopens
# Since noon
# The ferries sail.
# 1 x article.section dropped, first at $
# 1 x heading flattened, first at $.body[0]
# every law holds
