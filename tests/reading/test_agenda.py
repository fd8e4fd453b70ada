"""Agenda items: which coordinations are split, where an item ends, and what is none."""

import pytest

from communique.reading.agenda import agenda
from communique.reading.people import cast
from communique.reading.scan import scan


def read(words: str) -> list[str]:
    scanned = scan(words)
    return [item.text for item in agenda(scanned, cast(scanned))]


CASES = [
    ("The council holds a session in May. It will look at the price of salt.", ["the price of salt"]),
    ("The envoys met over the price of salt.", ["the price of salt"]),
    ("The leaders of both spoke about salt last Thursday.", ["salt"]),
    ("Issues that will be discussed include the price of salt.", ["the price of salt"]),
    (
        "The subjects were the state of the coast after two years of storms, further help for Chad and roads to Mali on 2 May.",
        ["the state of the coast after two years of storms", "further help for Chad", "roads to Mali"],
    ),
    # a list that is broken by an aside
    (
        "The ministers discussed the ferry, which has been open since May, the state of roads, and the price of fish.",
        ["the ferry", "the state of roads", "the price of fish"],
    ),
    (
        "Ministers touched on the ferry, piracy - now in its third month - and the price of fish.",
        ["the ferry", "piracy", "the price of fish"],
    ),
    ("The ministers discussed the ferry, which is closed, and left.", ["the ferry"]),
    # the matter in front of "is what"
    ("The price of fish is what the ministers will deliberate on.", ["The price of fish"]),
    ("The ferry, roads and piers were what they focused on.", ["The ferry", "roads", "piers"]),
    ("Ways to open the port are addressed as well.", ["Ways to open the port"]),
    ("The chair was addressed as a friend.", []),
    ("Three issues took up the time: the ferry; roads; piers.", ["the ferry", "roads", "piers"]),
    (
        "Matters for consideration include the ferry and the price of fish.",
        ["the ferry", "the price of fish"],
    ),
    (
        "They discussed a number of complex matters, including how to watch and control the fishery of the region.",
        ["a number of complex matters, including how to watch and control the fishery of the region"],
    ),
    (
        "They discussed the follow up to last year's report on rivers.",
        ["the follow up to last year's report on rivers"],
    ),
    (
        "They discussed the war in the north and its grave consequences, such as the price of fish.",
        ["the war in the north and its grave consequences"],
    ),
    # a word between the verb and its preposition, an aside behind it
    ("The talks focused mainly on rivers, roads and ports.", ["rivers", "roads", "ports"]),
    ("The discussion of the ministers concentrated particularly on rivers.", ["rivers"]),
    ("The ministers touched briefly on rivers.", ["rivers"]),
    ("The session reflected on the price of fish.", ["the price of fish"]),
    ("Friday's meeting made progress on the price of fish.", ["the price of fish"]),
    ("The colour of the sea reflected on the windows.", []),
    ("The meeting reflects on ASEAN badly.", []),
    ("The ministers will make progress on the code only if China agrees.", []),
    ("Before the meeting, the ministers made progress on a border treaty at home.", []),
    ("The meeting was an occasion for the host to make progress on its railway.", []),
    ("The ministers hoped to make progress on asylum in June.", []),
    ("The ministers of the government made progress on a railway.", []),
    (
        "The topics of discussion were, among others, the state of rivers and the price of fish.",
        ["the state of rivers", "the price of fish"],
    ),
    (
        "The meeting focused on, inter alia:\n\n(a) Harbour Dues\n\n(b) River Safety",
        ["Harbour Dues", "River Safety"],
    ),
    ("The meeting was dominated by the price of fish.", ["the price of fish"]),
    (
        "The presidents discussed “the state of rivers and the price of fish.”",
        ["the state of rivers", "the price of fish"],
    ),
    ("The ministers were debriefed on the mission to Chad.", ["the mission to Chad"]),
    (
        "The Committee met in a warm atmosphere in Lima, Peru, on 24 May, 2017 to review the state of rivers.",
        ["the state of rivers"],
    ),
    (
        "Prime Minister Anna Lindt and President Amina Yusuf will speak about the price of fish.",
        ["the price of fish"],
    ),
    # a further deed ends the list
    ("The Council will discuss fishing and will also consider the roof.", ["fishing", "the roof"]),
    (
        "The Council will discuss a number of risks in ports and approve the budget.",
        ["a number of risks in ports"],
    ),
    (
        "The ministers discussed the need to develop and adopt a plan for rivers.",
        ["the need to develop and adopt a plan for rivers"],
    ),
    ("The ministers discussed Libya, covering the reforms.", ["Libya", "the reforms"]),
    (
        "The ministers discussed issues of interest to all three ports, including - the roads.",
        ["issues of interest to all three ports"],
    ),
    # whom views were exchanged with
    ("The ministers held an exchange of views with US Secretary of State Anton Ray, via video link.", []),
    (
        "The sides discussed measures to further deepen trade, transport and sport.",
        ["measures to further deepen trade, transport and sport"],
    ),
    (
        "The ministers discussed trade, the border and transit.",
        ["trade", "the border", "transit"],
    ),
    (
        "They discussed current issues of local and regional security.",
        ["current issues of local and regional security"],
    ),
    (
        "The sides exchanged views on fishing, as well as on the state of the ports.",
        ["fishing", "the state of the ports"],
    ),
    (
        "The talks focused on cooperation in the political, military and technical spheres.",
        ["cooperation in the political, military and technical spheres"],
    ),
    (
        "One of the key items on the agenda was the safety of bridges.",
        ["the safety of bridges"],
    ),
    ("Issues of river safety are on the agenda.", ["Issues of river safety"]),
    (
        "During the talks, grain prices and the state of roads were discussed.",
        ["grain prices", "the state of roads"],
    ),
    (
        "The leaders discussed how Peru, Chile and Bolivia can share water.",
        ["how Peru, Chile and Bolivia can share water"],
    ),
    (
        "They discussed a range of issues, including tourism, fish and sport.",
        ["tourism", "fish", "sport"],
    ),
    (
        "The ministers discussed ways to protect rivers, according to the press service.",
        ["ways to protect rivers"],
    ),
    (
        "The ministers reviewed the progress made since May and signed a plan.",
        ["the progress made since May"],
    ),
    ("The ministers met in Lima to discuss fishing quotas.", ["fishing quotas"]),
    (
        "The topics included floods, drought and the price of seed.",
        ["floods", "drought", "the price of seed"],
    ),
    ("He informed the participants about the work of the bureau.", ["the work of the bureau"]),
    ("A seminar on the use of drones was held.", ["the use of drones"]),
    ("Discussions covered ties between Peru and Chile.", ["ties between Peru and Chile"]),
    (
        "The chairs discussed opening a bridge and closing a road.",
        ["opening a bridge", "closing a road"],
    ),
    (
        "The minister discussed with his Chilean colleague the state of the ports.",
        ["the state of the ports"],
    ),
    (
        "Agenda\n\n1. The price of seed\n2. Roads and rails\n\nPress service",
        ["The price of seed", "Roads and rails"],
    ),
]

COLONS = [
    ("On the agenda: the price of seed, the state of roads.", ["the price of seed", "the state of roads"]),
    ("Also on the table: fishing quotas, drought.", ["fishing quotas", "drought"]),
    (
        "They agreed on three areas of cooperation, namely fishing, sport and culture.",
        ["fishing", "sport", "culture"],
    ),
    (
        "The agenda of the meeting is as follows:\n1. The price of seed\n2. Roads and rails",
        ["The price of seed", "Roads and rails"],
    ),
    (
        "The ministers discussed the following issues:\n- the price of seed;\n- roads and rails.",
        ["the price of seed", "roads and rails"],
    ),
]

SUBJECTS = [
    (
        "The subjects were floods, seed and the state of the roads.",
        ["floods", "seed", "the state of the roads"],
    ),
    (
        "The agenda was cut to the epidemic and the election of the board.",
        ["the epidemic", "the election of the board"],
    ),
    ("At the centre of the talks was the future of the fund.", ["the future of the fund"]),
    ("The lifting of the tariffs was the subject of the talks.", ["The lifting of the tariffs"]),
    ("The state of the river was on the table for the first time.", ["The state of the river"]),
    ("The talks went on - the state of the port had been discussed on Tuesday.", ["the state of the port"]),
    (
        "No date was set.Roads,rails and the price of seed were discussed.",
        ["Roads", "rails", "the price of seed"],
    ),
]

ENCOUNTERS = [
    ("He held talks with his Chilean colleague about the price of copper.", ["the price of copper"]),
    ("She spoke with Peru's Ana Diaz about a new bridge.", ["a new bridge"]),
    ("Talks between Peru and Chile about the dam ended on Monday.", ["the dam"]),
    ("A separate meeting of the fisheries ministers about salmon was put off.", ["salmon"]),
    ("A day earlier the host convened a Summit on Clean Water.", ["Clean Water"]),
]

PURPOSES = [
    ("The ministers agreed to work together in order to address piracy.", []),
    ("The ministers pledged further efforts to effectively tackle piracy.", []),
    ("It was to examine the situation in the north.", ["the situation in the north"]),
    ("The envoys met in Lima to deliberate on the state of the ports.", ["the state of the ports"]),
    ("The ministers took stock of the building of the port.", ["the building of the port"]),
    ("They discussed measures against floods and their cost.", ["measures against floods and their cost"]),
    ("He floated the idea of a common fund and the two agreed to meet.", ["a common fund"]),
    ("They also spoke about tourism.", ["tourism"]),
    ("Participants heard about the work of the bureau.", ["the work of the bureau"]),
]


IN_FRONT = [
    ("The state of the dam has also been examined.", ["The state of the dam"]),
    ("Salt prices will be high on the agenda of the summit.", ["Salt prices"]),
    ("The price of seed is expected to top the agenda.", ["The price of seed"]),
    ("The wreck in the strait dominated the talks.", ["The wreck in the strait"]),
    ("They will meet in Lima, with tariffs at the top of the agenda.", ["tariffs"]),
    ("They held a session in which the wreck was discussed.", ["the wreck"]),
    ("Considered were the results of the count.", ["the results of the count"]),
    (
        "In addition were discussed the price of seed and the state of the roads.",
        ["the price of seed", "the state of the roads"],
    ),
    (
        "The wreck will feature high on the agenda, as well as saving the reef.",
        ["The wreck", "saving the reef"],
    ),
    ("Fishing rights and the toll on boats came up for discussion.", ["Fishing rights", "the toll on boats"]),
]

TALK = [
    ("Views were also exchanged on the toll.", ["the toll"]),
    ("The envoys had a frank exchange of views with Ana Diaz on the toll.", ["the toll"]),
    (
        "They exchanged perspectives on how to cut tolls and widen roads.",
        ["how to cut tolls and widen roads"],
    ),
    ("Close attention was paid to the reef.", ["the reef"]),
    ("There are two issues on the table: tolls and boats.", ["tolls", "boats"]),
    ("Tolls in particular dominated the talks.", ["Tolls"]),
    ("Tariffs were at the heart of the negotiations.", ["Tariffs"]),
    ("The tariff was once again the main topic of conversation.", ["The tariff"]),
    (
        "Also up for discussion were the toll and the date of the next round.",
        ["the toll", "the date of the next round"],
    ),
    ("The storm in the north overshadowed the talks.", ["The storm in the north"]),
    ("He used the call to raise the case of the sailors.", ["the sailors"]),
    ("They paid particular attention to the reef.", ["the reef"]),
    ("There was a discussion related to the reef.", ["the reef"]),
    ("The focus of the talks is going to be on the reef.", ["the reef"]),
    ("The talks concentrated on the reef.", ["the reef"]),
    ("The Council heard a briefing by its chair on the reef.", ["a briefing by its chair on the reef"]),
    ("The members were briefed on the reef.", ["the reef"]),
    ("She briefed her Chilean counterpart on the reef.", ["the reef"]),
    ("The ministers will receive updates on the reef.", ["the reef"]),
    ("The UNXO has also reviewed the count of boats.", ["the count of boats"]),
    (
        "The Council will consider a number of reports on tolls; the state of the reef; and the fleet.",
        ["tolls", "the state of the reef", "the fleet"],
    ),
    ("To address the spill, the Council convened a meeting.", ["the spill"]),
]

LISTS = [
    (
        "They discussed cooperation in trade, fish and sport, the state of roads and the toll on boats.",
        ["cooperation in trade, fish and sport", "the state of roads", "the toll on boats"],
    ),
    (
        "They discussed the situation in Chad, Togo and the region.",
        ["the situation in Chad, Togo and the region"],
    ),
    ("They discussed ways to boost trade, tourism and sport.", ["ways to boost trade, tourism and sport"]),
    (
        "They discussed the supply of cotton yarn and joint building of boats.",
        ["the supply of cotton yarn", "joint building of boats"],
    ),
    (
        "They discussed the current global outlook and future work of the fund.",
        ["the current global outlook", "future work of the fund"],
    ),
    ("They discussed the role and place of women.", ["the role and place of women"]),
    (
        "They discussed the military and political situation in the strait.",
        ["the military and political situation in the strait"],
    ),
    ("They discussed the spill together with saving the reef.", ["the spill", "saving the reef"]),
    ("They discussed the spill and widened the ban on nets.", ["the spill"]),
    (
        "The Heads considered at length:\n(i) the toll, whose rate rose;\n(ii) the reef; and\n(iii) the fleet.",
        ["the toll", "the reef", "the fleet"],
    ),
    ("They discussed the toll at a meeting in Lima on Monday.", ["the toll"]),
]

WIDER = [
    (
        "The ministers explored, in some detail, means of lighting the strait.",
        ["means of lighting the strait"],
    ),
    (
        "The board will discuss a number of issues like nets, a toll for ships and the reef.",
        ["nets", "a toll for ships", "the reef"],
    ),
    ("A plan was signed and the state of the reef was reviewed.", ["the state of the reef"]),
    (
        "The toll was discussed and the fate of the ferry was also talked about.",
        ["The toll", "the fate of the ferry"],
    ),
    ("The talks, in the areas of ferries, nets and salt, were short.", ["ferries", "nets", "salt"]),
    ("The two held a frank exchange on the toll.", ["the toll"]),
    ("The sides exchanged notes on the reef.", ["the reef"]),
    ("The ferry and the toll were among the issues the two talked about.", ["The ferry and the toll"]),
    ("They discussed the ferry, in addition to the price of salt.", ["the ferry", "the price of salt"]),
    ("The body will assess the effect of the toll.", ["the effect of the toll"]),
    ("Rojas said that the two would discuss the toll.", ["the toll"]),
    ("They had talks on salt, ships, and nets,” he said.", ["salt", "ships", "nets"]),
    ("The ministers discussed on Friday the state of the reef.", ["the state of the reef"]),
    ("An exchange of views took place on tolls.", ["tolls"]),
    ("Talks were held on the toll and the reef.", ["the toll", "the reef"]),
    ("The toll also featured in the talks.", ["The toll"]),
    ("They held talks, which included the toll.", ["the toll"]),
    ("They held a meeting that covered nets and tolls.", ["nets and tolls"]),
    ("They discussed political, military and economic ties.", ["political, military and economic ties"]),
    ("They discussed relations with Peru, Chile and Bolivia.", ["relations with Peru, Chile and Bolivia"]),
    ("The ministers carried out a full review of the ferry lines.", ["the ferry lines"]),
    ("They deliberated on the reef and explored ways to light it.", ["the reef", "ways to light it"]),
    ("The ministers talked over ways to light the strait.", ["ways to light the strait"]),
]

EVERY = [*WIDER, *CASES, *COLONS, *SUBJECTS, *ENCOUNTERS, *PURPOSES, *IN_FRONT, *TALK, *LISTS]


@pytest.mark.parametrize(("words", "expected"), EVERY)
def test_reads(words: str, expected: list[str]) -> None:
    assert read(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "The minister stressed the importance of dialogue.",
        "The law was passed in May. It will look at the price of salt.",
        "The envoys met over lunch in Quito.",
        "The envoys met over two long days.",
        "The treaties will go into force in May, the ministers agreed.",
        'The ministers spoke of "a war that nobody wanted".',
        "The ministers did not put any land on the agenda.",
        "Everything can be on the table.",
        "Eighteen matters were discussed.",
        "The sides did not discuss fishing.",
        "They discussed the issue.",
        "The agenda includes 12 issues.",
        "She addressed the meeting.",
        "He is considered a friend of the region.",
        "Talks on Monday were long.",
        "The delegation includes Peru, Chile and Bolivia.",
        "The ministers considered the draft charter of ports.",
        "They are unable to discuss fishing.",
        "The envoys were instructed to consider the question of fish.",
        "He suggested holding a conference on the sea.",
        "They welcomed the start of consultations on visas.",
        "The charter is not ready, it will be considered in May.",
        "No new tax was on the table.",
        "The session adopted a paper called “Addressing the Cost of Salt”.",
        "The jubilee summit, dedicated to its tenth anniversary, was held in Lima.",
        "Asked whether new ports were discussed, he smiled.",
        "Peru will continue financing projects and work through the Salt Fund.",
        "They signed a declaration, which focused on the reef.",
        "The summit of 3 May and a paper on reefs were long ago.",
        "The tax was raised to 5 pesos.",
        "The bridge stands at the heart of the town.",
        "The toll had not been on the agenda.",
        "Talks on the toll are unlikely.",
        "Talks on the reef could start in May.",
        "Japan is especially concerned about the toll.",
        "The order has been conferred on Juan Perez.",
        "Peru called for a new focus on fish.",
        "He challenged the mayor to a debate on tolls.",
        "He briefed reporters on the toll.",
        "Little was heard about the toll.",
        "The review meeting held last week was short.",
        "The mayor addressed the delegates.",
        "The talks over the weekend ended.",
        "“Let us exchange crews to explore the many reefs,” she said.",
        "“The meeting will tell others to have a discussion of some tolls,” he said.",
        "Talks were held on Monday.",
        "The order that discussion should follow was read.",
        "The US will assess the reef.",
        "The bank carried out a review of its loans.",
        "Talks on 14 June at the lighthouse were long.",
        "Also at the table: Mr. Juan Perez, Governor of the Salt Bank.",
        "She was considered a friend of the reef.",
        "The session was addressed by the mayor.",
        "The bank organised an exchange of information about the toll.",
    ],
)
def test_stays_silent(words: str) -> None:
    assert read(words) == []


def test_items_stand_where_they_say() -> None:
    words = "The ministers discussed trade and the state of the border."
    scanned = scan(words)
    for item in agenda(scanned, cast(scanned)):
        assert item.evidence[""][0].cut(words) == item.text


@pytest.mark.parametrize("unit", ["discussed A, ", "issues of the day on the way ", "agenda "])
def test_endless_sentences_end(unit: str) -> None:
    read(unit * 3000)
