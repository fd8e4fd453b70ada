"""The words that put somebody at a sitting, and those that only might: with what they begin, and what they look like."""

import re

from communique.reading.triggers import Trigger

HEADED = re.compile(
    r"\b(?:led|headed|chaired)(?: \w+){0,3} by (?:the )?|[Hh]eads of (?:the )?delegations?[\w ]*:|\bled the delegation\b|\bheads? (?:of )?(?:the )?delegation\b|\bheaded the\b|\bleads? the\b"
)
THERE = re.compile(
    r"\b(?:attended|attends?|attending|participat\w+|took part|takes? part|taking part|taken part|joined|joins?|was represented|were represented|is represented|are represented|represented|represents|representing|(?:will|to|would|shall) represent (?!an?\b|the (?:\w+ )?(?:interests|views|position|step|culmination)\b)|"
    r"delegations? (?:includes?|included|comprises?|comprised|consists?|consisted)|delegation was led|(?:delegations?|side|team)[^.;]{0,140}(?:led|headed)(?: \w+){0,3} by|(?:led|headed|leads|heads|leading|heading|will lead|will head|to lead|to head) (?:(?:the|a|an|his|her|its) )?(?:[\w’'-]+ ){0,3}(?:side|delegation|team)\b|(?:will accompany|accompan(?:ied|ies|ying)) (?:(?:the )?(?:prime minister|president|foreign minister|minister|premier|king|emir|delegation|head of state|leader|secretary|secretary-general|vice president|chancellor|speaker|commissioner|chairman|chairperson)|him|her)\b|head of (?:the|its|their) (?:[\w’'-]+ ){0,2}delegation,|accompanied by|flanked by|speaking (?:at|during)|spoke at|speech at|address(?:es|ed|ing)? the|open(?:ed|ing) the|inaugurat(?:ed|ing) the (?:[\w-]+ ){0,2}(?:meeting|session|summit|conference|forum|assembly|event)|declar(?:ed|es|ing) the (?:[\w-]+ ){0,3}(?:meeting|session|summit|conference|forum|assembly|council|sitting|plenary|event|talks) (?:officially |formally |duly )?open|it (?:was|is) (?:led|headed) by|presented (?:a|his|her|the) report|delivered (?:a|an|the|his|her|their) (?:\w+ ){0,2}(?:speech|address|remarks|statement|report|message|lecture)|"
    r"told (?:the|an?|this) (?:(?!(?:before|after|ahead|at|in|on|that|of|to|during|and|press|news)\b)[\w.’'-]+ ){0,7}(?:meeting|session|summit|conference|forum|council|participants|assembly|hall|plenary)|in the (?:presence|attendance) of|with the (?:presence|attendance) of|present at|(?:were|was|is|are|those|also|too) present|present too|present (?:there )?(?:were|was|are|included|includes)|(?:attendees|guests|dignitaries|panell?ists) (?:were|included|include)|(?:remarks|address|speech|statements?|presentations?|interventions?) (?:was|were) (?:also )?(?:given|made) by|was briefed by|were briefed by|briefed the (?:[\w’'-]+ ){0,4}(?:members|council|meeting|session|ministers|leaders|participants|committee|board|commission|delegates|delegations|assembly|summit)|co-hosted|(?:hosted|mediated|facilitated|moderated) by|(?:opened|hosted|addressed|mediated|facilitated)(?=[.;]|$)|flew in (?:for|to)|inaugurated by|opened by|(?:comes?|coming) for (?:the|an?|its)|came(?:,| (?:as|for|to|in|from|with|the|too|all the way))|arrived for|at the table|in attendance|in presence|"
    r"gathered|(?:was|were) (?:also )?(?:among|there)\b|among (?:the )?(?:participants|attendees|those)|(?:standing|sitting) in for|read (?:out )?(?:a|the|his|her) [^.;]{0,12}(?:statement|message|remarks|communiqu|conclu)|brought (?:together )?[^.;]{0,40}among them|with the participation of|participants (?:were|included|are)|(?:was|were) (?:also )?composed of|(?:sat|sits|sitting) (?:in|down|for|beside|next to)|(?:sent|delegated|dispatched|fielded) (?:a|an|its|his|her|their|(?:[a-z]+ )?(?:minister|secretary|ambassador|president))\b(?! (?:[\w-]+ ){0,2}(?:messages?|letters?|telegrams?|cables?|notes?|regrets|apolog|greetings|condolences|congratulat))|took (?:the floor|his seat|her seat)|takes (?:the floor|his seat|her seat)|gave the floor to|"
    r"(?:was|were|is|are) (?:the |a )?(?:special )?guests?|with (?:him|her|them) (?:was|were|go|goes|went|came|travel\w*)|(?:was|were) in [a-z]\w+)(?!\w)"
    r"|(?<= )present(?=[.,;)]| -| –|$)"
)
MAYBE = re.compile(
    r"\b(?:may|might|could|would|if|whether|invited to|was invited|were invited|expected to|hopes? to|wants? to) (?:\w+ )?(?:attend|participate|take part|join)\b"
    r"|\b(?:(?:those|guests) invited|invited guests|invitees)\b"
    r"|\b(?:usually|normally|traditionally|regularly|often|typically|always) (?:attends?|participates?|takes? part|joins?)\b"
    r"|\b(?:invit(?:ed|es|ing)|asked|encouraged) [^.;:“”\"]{3,90}? to (?:also )?(?:attend|participate|take part|join)\b"
    r"|\b(?:was|were|had been) (?:scheduled|due|set|supposed|expected|meant) to (?:attend|participate|take part|join)\b[^.;]{0,60}\bbut\b"
    r"|\b(?:would|could|might|may) have (?:attended|participated|taken part|joined)\b"
)
AT_SITTING = re.compile(
    r"\b(?:at|during|in|to|addressing|opening|before) (?:the |a |an |today[’']s |this |yesterday[’']s )?$"
)
OBSERVER = re.compile(r"\bas (?:an )?observers?\b|\bobservers?\b")
GUEST = re.compile(r"\bas (?:an? )?(?:special |invited )?guests?\b|\bguests?\b")


# with what the words of presence can begin, and what must stand where the other patterns find anything
COME = Trigger(
    *(
        "attend",
        "declar",
        "participa",
        "took part",
        "take part",
        "takes part",
        "taking part",
        "taken part",
        "join",
        "was ",
    ),
    *(
        "were ",
        "is ",
        "are ",
        "represent",
        "will represent",
        "to represent",
        "would represent",
        "shall represent",
        "delegation",
        "side",
        "team",
        "led ",
        "headed ",
        "leads ",
        "heads ",
        "accompanied by",
        "flanked by",
        "speaking ",
    ),
    *("attendees", "guests", "dignitaries", "panelists", "panellists", "remarks w", "address w", "speech w"),
    *("statement was", "statements were", "presentation was", "presentations were", "interventions were"),
    *(
        "intervention was",
        "briefed ",
        "hosted",
        "co-hosted",
        "mediated",
        "facilitated",
        "moderated by",
        "flew in",
        "leading ",
        "heading ",
        "head of ",
    ),
    *("will lead", "will head", "to lead", "to head", "will accompany", "accompan"),
    *(
        "spoke at",
        "speech at",
        "address",
        "open",
        "presented ",
        "delivered ",
        "told ",
        "in the presence",
        "in the attendance",
    ),
    *(
        "with the p",
        "with the a",
        "present",
        "those present",
        "also present",
        "too present",
        "inaugurated by",
        "inaugurat",
        "it was led",
        "it was headed",
        "it is led",
        "it is headed",
        "came",
        "come",
        "coming for",
        "standing in for",
        "sitting in for",
        "arrived for",
    ),
    *(
        "at the table",
        "in attendance",
        "in presence",
        "gathered",
        "among ",
        "read ",
        "brought ",
        "sat ",
        "sits ",
    ),
    *(
        "sitting ",
        "sent ",
        "delegated ",
        "dispatched ",
        "fielded ",
        "took ",
        "takes ",
        "gave the floor",
        "with him",
        "with her",
        "with them",
    ),
)
COMING = Trigger(
    "attend", "participate", "take part", "takes part", "taken part", "join", "invited", "invitees"
)
LEAVING = Trigger("flew ", "travelled ", "traveled ", "left ")
WATCHING = Trigger("observer")
INVITED = Trigger("guest")
HEADING = Trigger("led ", "headed ", "chaired ", "heads ", "head ", "lead ", "leads ")
SENDING = Trigger(
    *(
        "represented",
        "attended",
        "participate",
        "took part",
        "take part",
        "takes part",
        "joined",
        "dispatched",
    ),
    *("sent ", "among ", "present", "in attendance", "at the table", "as observer", "as an observer"),
    *("as guest", "as a guest", "as associate"),
)
