"""The frame that a site puts around a report: one typed page a case."""

import pytest
from marked import cleaned, marked, unmarked
from test_cleaning import LEAD, H

STORY = "They will meet again in the spring of the coming year in Bishkek, the office said."

ABOVE = [
    "[[Home Politics Economy World Sport Culture]]",
    "[[21:40 Speaker receives ambassador\n21:05 Hail warning for tomorrow]]",
    "[[Rain delays harvest in the south 2 hours ago\nCourt adjourns hearing 3 hours ago]]",
    "[[Menu\nMinistry\nPress releases]]",
    "[[Accept all cookies\nThis website uses cookies to give you the best experience on all of our pages.]]",
    "[[var _gaq = _gaq || [];]]",
    "[[Mission in Vienna\nNews\nEvents\nLog in]]",
]
AMID = [
    "[[ADVERTISEMENT]]",
    "[[READ ALSO: Who leads the armies of Central Asia]]",
    "[[Sign up for our newsletter\nMorning letter\nSubscribe]]",
    "[[By subscribing you agree to our privacy policy and terms of use.]]",
    "[[list 1 of 4]]",
    "[[The building of the ministry with its new roof, seen from the other side of the river. Photo: pool]]",
    "[[This photo, made from the air, shows the old bridge and the fields behind it]]",
    "[[03:12 / 14:40]]",
]
BELOW = [
    "[[Was this page helpful?\nYes\nNo]]",
    "[[Share\nNews in pictures\nSowing begins in the south\nNew tram line opened]]",
    "[[Leave a reply\nYour email address will not be published. Required fields are marked *\nName *]]",
    "[[Tags:\nBelarus\nMinsk]]",
    "[[2 comments:\nGood that somebody writes it.\nPost a Comment]]",
    "[[Mo Tu We Th Fr Sa Su\n1 2 3 4 5 6 7]]",
    "[[Download the document (PDF, 210 KB)\nCommunique_66.pdf]]",
    "[[Archives\nMarch 2023\nFebruary 2023]]",
]
OWN = [  # a report's own lines, whatever stands around them
    f"{H}\n\n{LEAD}\n\nThe following took part:\nArmenia, 3 deputies\nBelarus, 4 deputies\n\n[[Share\nPrint]]",
    f"{H}\n\n{LEAD}\n{STORY}\n\nDhaka\n2 April 2025\n[[Number of visits: 431]]",
    f"{H}\n\n{LEAD}\n{STORY}\nPress Service of the Ministry\n[[Print version]]",
    f"[[Menu\nNews]]\nABC/XY/15587\n{H}\n\n{LEAD}\n{STORY}",
    f"NGO/718\n<<19 May 2011>>\nEconomic and Social Council\nCommittee on Lakes\n24th & 25th Meetings (AM & PM)\n{H}\n\n{LEAD}\n{STORY}",
    f"{H}\n\n{LEAD}\n» Five came, one stayed away: what the ministers are to sign in Minsk passed its last test on Friday, when\n» {STORY}\n{LEAD}",
    f"[[Menu\nNews]]\nPRESS RELEASE\n{H}\n\n{LEAD}\n{STORY}",
    f"{H}\n\n[[Share\nPrint]]\n{LEAD}\n{STORY}",
    f"{H}\n\n{LEAD}\n(a) trade;\n(b) transport;\n(c) climate;\n{STORY}",
    f"{H}\n\n{LEAD}\nWe share your views on free trade and read the news with concern, the minister said.\n{STORY}",
    f"{H}\n\n{LEAD}\n10:00 Arrival of the delegations\n11:00 Opening of the session\n{STORY}",
    f"{H}\n\n{LEAD}\n[[ADVERTISEMENT]]\nThe budget\n[[ADVERTISEMENT]]\n{STORY}",
    f"{H}\n\n{LEAD}\n[[Related articles\nCSTO opens office]]\n{STORY}\n{LEAD}\n[[Share]]",
]


@pytest.mark.parametrize("frame", ABOVE)
def test_above(frame: str) -> None:
    case = f"{frame}\n{H}\n\n{LEAD}\n{STORY}"
    assert marked(cleaned(unmarked(case))) == case


@pytest.mark.parametrize("box", AMID)
def test_amid(box: str) -> None:
    case = f"{H}\n\n{LEAD}\n{box}\n{STORY}\n{LEAD}"
    assert marked(cleaned(unmarked(case))) == case


@pytest.mark.parametrize("frame", BELOW)
def test_below(frame: str) -> None:
    case = f"{H}\n\n{LEAD}\n{STORY}\n\n{frame}"
    assert marked(cleaned(unmarked(case))) == case


@pytest.mark.parametrize("case", OWN)
def test_what_is_the_reports_own_stays(case: str) -> None:
    assert marked(cleaned(unmarked(case))) == case
